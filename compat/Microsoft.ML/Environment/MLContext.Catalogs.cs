namespace Microsoft.ML;

public sealed partial class MLContext
{
    public BinaryClassificationCatalog BinaryClassification { get; private set; }

    public MulticlassClassificationCatalog MulticlassClassification { get; private set; }

    public TransformsCatalog Transforms { get; private set; }

    public ModelOperationsCatalog Model { get; private set; }

    public DataOperationsCatalog Data { get; private set; }

    private void MakeCatalogs()
    {
        BinaryClassification = new BinaryClassificationCatalog(this);
        MulticlassClassification = new MulticlassClassificationCatalog(this);
        Transforms = new TransformsCatalog(this);
        Model = new ModelOperationsCatalog(this);
        Data = new DataOperationsCatalog(this);
    }
}
