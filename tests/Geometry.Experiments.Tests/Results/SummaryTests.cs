namespace Geometry.Experiments.Tests;

public class SummaryTests
{
    [Fact]
    public void The_mean_and_its_standard_error_are_over_networks()
    {
        SummaryRow row = Summary.Of([Rows.Make(cell: "1", value: 1), Rows.Make(cell: "2", value: 2), Rows.Make(cell: "3", value: 6)]).ShouldHaveSingleItem();

        row.Mean.ShouldBe(3);
        row.StandardError!.Value.ShouldBe(Math.Sqrt(7.0 / 3), 1e-15);
        (row.Networks, row.Undefined, row.Reason).ShouldBe((3, 0, ""));
    }

    [Fact]
    public void One_network_has_no_standard_error() => Summary.Of([Rows.Make()]).ShouldHaveSingleItem().StandardError.ShouldBeNull();

    [Fact]
    public void Undefined_values_are_counted_and_left_out()
    {
        SummaryRow row = Summary.Of([Rows.Make(cell: "1", value: null), Rows.Make(cell: "2", value: 2), Rows.Make(cell: "3", value: 4)]).ShouldHaveSingleItem();

        (row.Mean, row.Networks, row.Undefined, row.Reason).ShouldBe((3, 2, 1, "no variance"));
    }

    [Fact]
    public void Where_nothing_is_defined_there_is_no_mean() =>
        Summary.Of([Rows.Make(value: null)]).ShouldHaveSingleItem().Mean.ShouldBeNull();

    [Fact]
    public void Nonlinearities_settings_layers_and_targets_are_kept_apart_in_order_of_appearance()
    {
        ResultRow row = Rows.Make(cell: "1");
        ResultRow[] rows =
        [
            row, row with { Layer = "Hidden2" }, row with { Target = "u" }, row with { Cell = "2", Nonlinearity = "relu" }, row with { Cell = "3", Setting = "noise=1" },
            row with { Cell = "4", Value = 1 },
        ];

        Summary.Of(rows).Select(r => (r.Setting, r.Nonlinearity, r.Layer, r.Target, r.Networks)).ShouldBe(
        [
            ("", "tanh", "Hidden1", "t", 2), ("", "tanh", "Hidden2", "t", 1), ("", "tanh", "Hidden1", "u", 1), ("", "relu", "Hidden1", "t", 1),
            ("noise=1", "tanh", "Hidden1", "t", 1),
        ]);
    }

    [Fact]
    public void Networks_that_stopped_at_different_epochs_are_averaged_and_checkpoints_kept_apart()
    {
        ResultRow row = Rows.Make();
        ResultRow[] rows =
        [
            row with { Cell = "1", Epoch = 10, Value = 0 }, row with { Cell = "1", Epoch = 30, Value = 1 },
            row with { Cell = "2", Epoch = 10, Value = 2 }, row with { Cell = "2", Epoch = 27, Value = 3 },
        ];

        Summary.Of(rows).Select(r => (r.Epoch, r.Mean)).ShouldBe([(10, 1), (null, 2)]);
    }
}
