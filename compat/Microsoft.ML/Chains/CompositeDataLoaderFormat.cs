[assembly: LoadableComponent(Microsoft.ML.Data.CompositeDataLoaderFormat.Signature, typeof(Microsoft.ML.Data.CompositeDataLoaderFormat))]

namespace Microsoft.ML.Data;

internal static class CompositeDataLoaderFormat
{
    public const string Signature = "CompositeLoader";

    private const string LoaderFolder = "Loader";
    private const string TransformerFolder = "Transformer";

    public static void Save(ModelSaveContext ctx, ICanSaveModel loader, ICanSaveModel transformer)
    {
        ctx.SetSignature(Signature);
        ctx.SaveModel(LoaderFolder, loader);
        ctx.SaveModel(TransformerFolder, transformer);
    }

    private static object Load(IHostEnvironment env, ModelLoadContext ctx) =>
        new CompositeDataLoader<IMultiStreamSource, ITransformer>(
            ctx.LoadModel<IDataLoader<IMultiStreamSource>>(env, LoaderFolder),
            ctx.LoadModel<TransformerChain<ITransformer>>(env, TransformerFolder));
}
