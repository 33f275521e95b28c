using Microsoft.ML;

namespace Geometry.Experiments;

/// <summary>Walks the columns through the steps of a cell, as a chain does before it is fitted, and reports what does not fit.</summary>
internal sealed class ColumnCheck(string directory, long pipelineSeed, ProblemList problems)
{
    private readonly MLContext _ml = new(seed: 1);
    private readonly Dictionary<string, SchemaShape?> _shapes = [];

    /// <summary>Checks the steps of a cell.</summary>
    public void Check(BoundSource source, IReadOnlyList<BoundStep> steps, long cellSeed)
    {
        if (ShapeOf(source) is not { } shape)
        {
            return;
        }

        var context = new StepContext(_ml, cellSeed, pipelineSeed);
        foreach (BoundStep step in steps)
        {
            if (!CheckInputs(step, shape) || Advance(step, context, shape) is not { } next)
            {
                return;
            }

            shape = next;
        }
    }

    private SchemaShape? ShapeOf(BoundSource source)
    {
        if (!_shapes.TryGetValue(source.Identity, out SchemaShape? shape))
        {
            try
            {
                shape = SchemaShapes.Of(source.Definition.Load(new DataRequest(_ml, directory, pipelineSeed, SchemaOnly: true), source.Arguments).Train.Schema);
            }
            catch (Exception e) when (UserErrors.Is(e))
            {
                problems.Add(source.Arguments.Place, UserErrors.Text(e));
            }

            _shapes[source.Identity] = shape;
        }

        return shape;
    }

    private bool CheckInputs(BoundStep step, SchemaShape shape)
    {
        bool good = true;
        string[] known = [.. shape.Select(column => column.Name)];
        foreach (Parameter parameter in step.Definition.Parameters.Where(p => p.Role == ParameterRole.InputColumn))
        {
            foreach ((string name, Place place) in step.Arguments.ColumnsOf(parameter).Where(column => !known.Contains(column.Name)))
            {
                problems.Add(place, $"the step '{step.Definition.Name}' reads the column '{name}' ({parameter.Name}), which neither the data nor an earlier step "
                    + $"gives{Suggestion.For(name, known)}");
                good = false;
            }
        }

        return good;
    }

    private SchemaShape? Advance(BoundStep step, StepContext context, SchemaShape shape)
    {
        try
        {
            return step.Definition.Build is { } build
                ? build(context, step.Arguments).Aggregate(shape, (current, estimator) => estimator.GetOutputSchema(current))
                : shape;
        }
        catch (Exception e) when (UserErrors.Is(e))
        {
            problems.Add(step.Arguments.Place, $"the step '{step.Definition.Name}' cannot be used here: {UserErrors.Text(e)}");
            return null;
        }
    }
}
