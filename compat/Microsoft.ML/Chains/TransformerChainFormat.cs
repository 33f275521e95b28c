[assembly: LoadableComponent(Microsoft.ML.Data.TransformerChainFormat.Signature, typeof(Microsoft.ML.Data.TransformerChainFormat))]

namespace Microsoft.ML.Data;

/// <summary>How a chain is saved: a folder for each transformer, and their scopes.</summary>
internal static class TransformerChainFormat
{
    public const string Signature = "TransformerChain";

    public static void Save(ModelSaveContext ctx, ITransformer[] transformers, TransformerScope[] scopes)
    {
        ctx.SetSignature(Signature);
        ctx.Writer.Write(transformers.Length);
        for (int i = 0; i < transformers.Length; i++)
        {
            ctx.Writer.Write((int)scopes[i]);
            ctx.SaveModel(FolderOf(i), transformers[i]);
        }
    }

    private static object Load(IHostEnvironment env, ModelLoadContext ctx)
    {
        int count = ctx.Reader.ReadInt32();
        Check.Decode(count >= 0, "Corrupt model file: negative number of transformers");
        var transformers = new ITransformer[count];
        var scopes = new TransformerScope[count];
        for (int i = 0; i < count; i++)
        {
            scopes[i] = (TransformerScope)ctx.Reader.ReadInt32();
            transformers[i] = ctx.LoadModel<ITransformer>(env, FolderOf(i));
        }
        return new TransformerChain<ITransformer>(transformers, scopes);
    }

    private static string FolderOf(int index) => "Transform_" + index.ToString("000", CultureInfo.InvariantCulture);
}
