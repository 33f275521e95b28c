namespace Geometry.Scores;

/// <summary>The linear assignment problem, by shortest augmenting paths with potentials.</summary>
internal static class LinearAssignment
{
    /// <summary>Gives every row a column of its own so that the sum of costs is least.</summary>
    public static int[] Solve(double[,] costs)
    {
        var n = costs.GetLength(0);
        var rowPotential = new double[n + 1];
        var columnPotential = new double[n + 1];

        // Column n is where the path of a new row begins.
        var rowOf = new int[n + 1];
        Array.Fill(rowOf, -1);
        for (var row = 0; row < n; row++)
        {
            rowOf[n] = row;
            var distance = new double[n + 1];
            Array.Fill(distance, double.PositiveInfinity);
            var previous = new int[n + 1];
            var done = new bool[n + 1];
            var column = n;
            do
            {
                done[column] = true;
                var i = rowOf[column];
                var step = double.PositiveInfinity;
                var next = -1;
                for (var j = 0; j < n; j++)
                {
                    if (done[j])
                    {
                        continue;
                    }

                    var reduced = costs[i, j] - rowPotential[i] - columnPotential[j];
                    if (reduced < distance[j])
                    {
                        distance[j] = reduced;
                        previous[j] = column;
                    }

                    if (distance[j] < step)
                    {
                        step = distance[j];
                        next = j;
                    }
                }

                for (var j = 0; j <= n; j++)
                {
                    if (done[j])
                    {
                        rowPotential[rowOf[j]] += step;
                        columnPotential[j] -= step;
                    }
                    else
                    {
                        distance[j] -= step;
                    }
                }

                column = next;
            }
            while (rowOf[column] >= 0);

            while (column != n)
            {
                rowOf[column] = rowOf[previous[column]];
                column = previous[column];
            }
        }

        var columnOf = new int[n];
        for (var j = 0; j < n; j++)
        {
            columnOf[rowOf[j]] = j;
        }

        return columnOf;
    }
}
