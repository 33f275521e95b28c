using System.Reflection;
using System.Reflection.Emit;
using Microsoft.ML;
using Microsoft.ML.Data;
using Microsoft.ML.Transforms;
using Stack.MicrosoftML.External;

namespace Stack.MicrosoftML.Mapping;

public class CustomMappingTests
{
    private readonly MLContext _ml = new(1);
    private readonly IDataView _view;

    public CustomMappingTests() => _view = _ml.Data.LoadFromEnumerable(Point.Make(5));

    [Fact]
    public void The_action_runs_once_a_row_and_again_in_every_pass()
    {
        int calls = 0;
        var output = _ml.Transforms.CustomMapping<Input, Pair>((source, target) =>
        {
            Interlocked.Increment(ref calls);
            target.First = source.A;
            target.Second = $"{source.Text}!";
        }, null).Fit(_view).Transform(_view);
        calls.ShouldBe(0);

        var pairs = _ml.Data.CreateEnumerable<Pair>(output, false).ToArray();

        calls.ShouldBe(5);
        pairs[3].First.ShouldBe(3f);
        pairs[3].Second.ShouldBe("t3!");
        output.GetColumn<float>("First").Count().ShouldBe(5);
        calls.ShouldBe(10);
        output.GetColumn<float>("B").Count().ShouldBe(5);
        calls.ShouldBe(10);
    }

    [Fact]
    public void Missing_inputs_are_named()
    {
        var mapping = _ml.Transforms.CustomMapping<Missing, Pair>((_, _) => { }, null);

        Should.Throw<ArgumentOutOfRangeException>(() => mapping.GetOutputSchema(Shapes.Of(_view.Schema)))
            .Message.ShouldBe("Could not find input column 'Nowhere' (Parameter 'inputSchema')");
        Should.Throw<ArgumentOutOfRangeException>(() => mapping.Fit(_view));
    }

    [Fact]
    public void A_contract_is_found_on_loading_without_registration()
    {
        var model = _ml.Transforms.CustomMapping(new ScaleFactory().GetMapping(), "Stack.Scale").Fit(_view);
        using var stream = new MemoryStream();
        _ml.Model.Save(model, _view.Schema, stream);
        stream.Position = 0;

        var loaded = new MLContext().Model.Load(stream, out _);

        loaded.Transform(_view).GetColumn<float>("First").ShouldBe([0f, 10f, 20f, 30f, 40f]);
    }

    [Fact]
    public void Without_a_contract_it_cannot_be_saved()
    {
        var model = _ml.Transforms.CustomMapping<Input, Pair>((_, _) => { }, null).Fit(_view);

        Should.Throw<InvalidOperationException>(() => _ml.Model.Save(model, _view.Schema, new MemoryStream()));
    }

    [Fact]
    public void State_is_made_for_each_pass()
    {
        var output = _ml.Transforms.StatefulCustomMapping<Input, Pair, Counter>(
            (source, target, state) => target.First = state.Value++, state => state.Value = 100, null).Fit(_view).Transform(_view);

        output.GetColumn<float>("First").ShouldBe([100f, 101f, 102f, 103f, 104f]);
        output.GetColumn<float>("First").First().ShouldBe(100f);
    }

    [Fact]
    public void A_predicate_says_which_rows_go()
    {
        _ml.Data.FilterByCustomPredicate<Input>(_view, row => row.A < 3).GetColumn<int>("Id").ShouldBe([3, 4]);
    }

    [Fact]
    public void The_assembly_can_be_registered_again_and_again()
    {
        _ml.ComponentCatalog.RegisterAssembly(typeof(ScaleFactory).Assembly);
        Should.NotThrow(() => _ml.ComponentCatalog.RegisterAssembly(typeof(ScaleFactory).Assembly));
    }

    [Fact]
    public void One_contract_name_in_two_assemblies_is_refused_unless_told_otherwise()
    {
        var other = AssemblyBuilder.DefineDynamicAssembly(new AssemblyName("OtherContracts"), AssemblyBuilderAccess.Run);
        var type = other.DefineDynamicModule("Main").DefineType("Factory", TypeAttributes.Public | TypeAttributes.Class, typeof(OpenFactory));
        var attribute = typeof(CustomMappingFactoryAttributeAttribute).GetConstructor([typeof(string)])!;
        type.SetCustomAttribute(new CustomAttributeBuilder(attribute, ["Stack.Scale"]));
        type.CreateType();
        _ml.ComponentCatalog.RegisterAssembly(typeof(ScaleFactory).Assembly);

        Should.Throw<InvalidOperationException>(() => _ml.ComponentCatalog.RegisterAssembly(other));
        Should.NotThrow(() => _ml.ComponentCatalog.RegisterAssembly(other, throwOnError: false));
    }

    public sealed class Input
    {
        public float A { get; set; }

        public string Text { get; set; } = "";
    }

    public sealed class Pair
    {
        public float First { get; set; }

        public string Second { get; set; } = "";
    }

    public class OpenFactory : CustomMappingFactory<Input, Pair>
    {
        public override Action<Input, Pair> GetMapping() => (_, _) => { };
    }

    [CustomMappingFactoryAttribute("Stack.Scale")]
    public sealed class ScaleFactory : CustomMappingFactory<Input, Pair>
    {
        public override Action<Input, Pair> GetMapping() => (source, target) => target.First = 10 * source.A;
    }

    private sealed class Missing
    {
        public float Nowhere { get; set; }
    }

    private sealed class Counter
    {
        public int Value { get; set; }
    }
}
