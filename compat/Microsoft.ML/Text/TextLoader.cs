using Microsoft.ML.Text;

[assembly: LoadableComponent(Microsoft.ML.Data.TextLoader.Signature, typeof(Microsoft.ML.Data.TextLoader))]

namespace Microsoft.ML.Data;

public sealed partial class TextLoader : IDataLoader<IMultiStreamSource>
{
    internal const string Signature = "TextLoader";

    private readonly IHost _host;
    private readonly TextLayout _layout;

    internal TextLoader(IHostEnvironment env, Options options, IMultiStreamSource dataSample = null)
    {
        _host = env.Register(nameof(TextLoader));
        Check.Value(options, nameof(options));
        _layout = TextLayout.Resolve(options, dataSample);
    }

    private TextLoader(IHostEnvironment env, TextLayout layout)
    {
        _host = env.Register(nameof(TextLoader));
        _layout = layout;
    }

    public DataViewSchema GetOutputSchema() => _layout.Schema;

    public IDataView Load(IMultiStreamSource source)
    {
        Check.Value(source, nameof(source));
        return new TextView(_host, _layout, source);
    }

    void ICanSaveModel.Save(ModelSaveContext ctx)
    {
        Check.Value(ctx, nameof(ctx));
        ctx.SetSignature(Signature);
        _layout.Save(ctx.Writer);
    }

    private static object Load(IHostEnvironment env, ModelLoadContext ctx) => new TextLoader(env, TextLayout.Load(ctx.Reader));
}
