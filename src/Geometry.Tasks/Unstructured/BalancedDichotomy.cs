namespace Geometry.Tasks;

/// <summary>Balanced dichotomies of conditions by number.</summary>
internal static class BalancedDichotomy
{
    /// <summary>The most conditions whose dichotomies can be numbered.</summary>
    public const int MaxConditions = 32;

    /// <summary>Counts them: C(m, m / 2) / 2.</summary>
    public static long Count(int conditions) => Combinations(conditions - 1, conditions / 2);

    /// <summary>
    /// Gives the members of the first side of a dichotomy. The last condition is always on the other side, and the sides c1 &lt; c2 &lt; ... are in
    /// colexicographic order: rank C(c1, 1) + C(c2, 2) + ...
    /// </summary>
    public static int[] Members(int conditions, long number)
    {
        int[] members = new int[conditions / 2];
        for (int size = members.Length; size >= 1; size--)
        {
            int member = size - 1;
            while (Combinations(member + 1, size) <= number)
            {
                member++;
            }

            members[size - 1] = member;
            number -= Combinations(member, size);
        }

        return members;
    }

    private static long Combinations(int n, int k)
    {
        long result = 1;
        for (int i = 1; i <= k; i++)
        {
            result = result * (n - k + i) / i;
        }

        return k > n ? 0 : result;
    }
}
