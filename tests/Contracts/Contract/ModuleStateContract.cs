using System.Runtime.CompilerServices;
using Contracts.Cases;
using Contracts.Probes;
using Geometry.MLNet;
using Microsoft.ML;
using TorchSharp;
using static TorchSharp.torch;

namespace Contracts.Contract;

/// <summary>A user's module comes out of a pipeline as it went in.</summary>
public class ModuleStateContract
{
    [Fact]
    public void Each_part_keeps_its_mode()
    {
        var norm = nn.BatchNorm1d(4);
        var drop = nn.Dropout(0.5);
        var body = nn.Sequential(("norm", norm), ("drop", drop));
        var network = nn.Sequential(("fc", nn.Linear(ContractRow.Width, 4)), ("body", body));
        network.train();
        norm.eval();
        Run(network, new ModuleOutput("Out"));
        new[] { network.training, body.training, norm.training, drop.training }.ShouldBe([true, true, false, true]);
        network.eval();
        drop.train();
        Run(network, new ModuleOutput("Out"));
        new[] { network.training, body.training, norm.training, drop.training }.ShouldBe([false, false, false, true]);
    }

    [Fact]
    public void Parameters_and_statistics_are_not_touched()
    {
        var network = nn.Sequential(("fc", nn.Linear(ContractRow.Width, 4)), ("norm", nn.BatchNorm1d(4)));
        network.train();
        float[][] before = State(network);
        Run(network, new ModuleOutput("Out"), new ModuleOutput("Fc", "fc"));
        State(network).ShouldBe(before);
        network.parameters().ShouldAllBe(parameter => parameter.requires_grad);
    }

    [Fact]
    public void The_network_runs_for_its_own_columns_alone()
    {
        var counting = new CountingModule();
        IDataView view = Run(nn.Sequential(("counting", counting), ("fc", nn.Linear(ContractRow.Width, 2))), new ModuleOutput("Counted", "counting"));
        int calls = counting.Calls;
        Table.Read(view, ["Counted"]).Count.ShouldBe(ContractData.Rows);
        counting.Calls.ShouldBe(calls + 1);
        Table.Read(view, ["Kind"]).Count.ShouldBe(ContractData.Rows);
        counting.Calls.ShouldBe(calls + 1);
    }

    [Fact]
    public void A_network_does_not_hold_on_to_the_transformers_that_ran_it()
    {
        var network = nn.Sequential(("fc", nn.Linear(ContractRow.Width, 4)), ("act", nn.Tanh()));
        WeakReference name = RunAndForget(network);
        GC.Collect();
        GC.WaitForPendingFinalizers();
        GC.Collect();
        name.IsAlive.ShouldBeFalse();
        GC.KeepAlive(network);
    }

    [Fact]
    public void A_submodules_output_is_taken_before_it_is_overwritten()
    {
        IDataView view = Run(new ScopedModule(), new ModuleOutput("Drive", "first"), new ModuleOutput("Active", "relu"));
        foreach (TableRow row in Table.Read(view, ["Drive", "Active", "Features"]))
        {
            float[] features = [.. ((object[])row.Values["Features"]).Cast<float>()];
            ((object[])row.Values["Drive"]).ShouldBe(features.Cast<object>());
            ((object[])row.Values["Active"]).ShouldBe(features.Select(value => (object)Math.Max(value, 0)));
        }
    }

    private static IDataView Run(nn.Module<Tensor, Tensor> network, params ModuleOutput[] outputs)
    {
        var ml = new MLContext(seed: 1);
        IDataView data = ContractData.View(ml), view = ml.Geometry.Networks.Module(network, "Features", outputs).Fit(data).Transform(data);
        Table.Read(view, outputs.Select(output => output.OutputColumnName)).Count.ShouldBe(ContractData.Rows);
        return view;
    }

    // Whatever watches a submodule knows it by this very string, which nobody else holds.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static WeakReference RunAndForget(nn.Module<Tensor, Tensor> network)
    {
        var ml = new MLContext(seed: 1);
        IDataView data = ContractData.View(ml);
        var name = new string(['a', 'c', 't']);
        ModuleTransformer transformer = ml.Geometry.Networks.Module(network, "Features", new ModuleOutput("Hidden", name)).Fit(data);
        Table.Read(transformer.Transform(data), ["Hidden"]).Count.ShouldBe(ContractData.Rows);
        return new WeakReference(name);
    }

    private static float[][] State(nn.Module network) =>
        [.. network.state_dict().Values.Where(value => value.dtype == ScalarType.Float32).Select(value => value.data<float>().ToArray())];

    private sealed class CountingModule() : nn.Module<Tensor, Tensor>(nameof(CountingModule))
    {
        public int Calls { get; private set; }

        public override Tensor forward(Tensor input)
        {
            Calls++;
            return input.clone();
        }
    }
}
