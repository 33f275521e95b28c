using TorchSharp;
using static TorchSharp.torch;

namespace Stack.TorchSharp;

public class DisposeScopeTests
{
    [Fact]
    public void AScopeDisposesWhatWasMadeInIt()
    {
        Tensor before = ones(1), kept, lost, detached;
        using (DisposeScope scope = NewDisposeScope())
        {
            lost = ones(2);
            kept = (lost + 1).MoveToOuterDisposeScope();
            detached = ones(3).DetachFromDisposeScope();
            scope.DisposablesCount.ShouldBe(1);
            scope.Contains(lost).ShouldBeTrue();
            scope.Contains(kept).ShouldBeFalse();
        }
        lost.IsInvalid.ShouldBeTrue();
        (kept.IsInvalid, before.IsInvalid, detached.IsInvalid).ShouldBe((false, false, false));
        kept.data<float>().ToArray().ShouldBe([2, 2]);
        foreach (Tensor t in new[] { before, kept, detached }) t.Dispose();
    }

    [Fact]
    public void NestedScopesHandTensorsOutOneByOne()
    {
        Tensor result;
        using (DisposeScope outer = NewDisposeScope())
        {
            using (DisposeScope inner = NewDisposeScope())
            {
                CurrentDisposeScope.ShouldBe(inner);
                result = inner.MoveToOuter(ones(1));
                outer.Contains(result).ShouldBeTrue();
            }
            CurrentDisposeScope.ShouldBe(outer);
            result.IsInvalid.ShouldBeFalse();
        }
        result.IsInvalid.ShouldBeTrue();
        CurrentDisposeScope.ShouldBeNull();
    }

    [Fact]
    public void ScopesDisposeOnDemandAndKeepWhatTheyAreTold()
    {
        using DisposeScope scope = NewDisposeScope();
        Tensor a = ones(1), b = ones(1), c = ones(1);
        ReferenceEquals(scope.DisposeEverythingBut(b), b).ShouldBeTrue();
        (a.IsInvalid, b.IsInvalid, c.IsInvalid).ShouldBe((true, false, true));
        scope.Detach(b);
        scope.DisposeEverything();
        b.IsInvalid.ShouldBeFalse();
        scope.Attach(b);
        scope.DisposeEverything();
        b.IsInvalid.ShouldBeTrue();
    }

    [Fact]
    public void TensorsMoveBetweenScopes()
    {
        using DisposeScope first = NewDisposeScope();
        using DisposeScope second = NewDisposeScope();
        Tensor t = ones(1);
        second.MoveToOther(first, t);
        (first.Contains(t), second.Contains(t)).ShouldBe((true, false));
        Tensor other = ones(1);
        t.MoveToOtherDisposeScope(other);
        second.Contains(t).ShouldBeTrue();
        second.DisposablesView.ShouldContain(t);
    }

    [Fact]
    public void DisposingATensorTakesItOutOfItsScope()
    {
        using DisposeScope scope = NewDisposeScope();
        Tensor t = ones(1);
        t.Dispose();
        t.Dispose();
        scope.DisposablesCount.ShouldBe(0);
    }

    [Fact]
    public void StatisticsCount()
    {
        ThreadDisposeScopeStatistics counts = DisposeScopeManager.Statistics;
        counts.Reset();
        using (DisposeScope scope = NewDisposeScope())
        {
            Tensor a = zeros(1);
            counts.CreatedInScopeCount.ShouldBe(1);
            Tensor b = zeros(1);
            scope.Detach(b);
            counts.DetachedFromScopeCount.ShouldBe(1);
            a.Dispose();
            counts.DisposedInScopeCount.ShouldBe(1);
            counts.ThreadTotalLiveCount.ShouldBe(1);
            b.Dispose();
            counts.ThreadTotalLiveCount.ShouldBe(0);
        }
        using Tensor outside = zeros(1);
        counts.CreatedOutsideScopeCount.ShouldBe(1);
        counts.Reset();
        counts.CreatedInScopeCount.ShouldBe(0);
    }

    [Fact]
    public void ScopesBelongToTheirThread()
    {
        using DisposeScope scope = NewDisposeScope();
        Tensor? made = null;
        var thread = new Thread(() =>
        {
            CurrentDisposeScope.ShouldBeNull();
            made = ones(1);
        });
        thread.Start();
        thread.Join();
        scope.Contains(made!).ShouldBeFalse();
        scope.DisposeEverything();
        made!.IsInvalid.ShouldBeFalse();
        made.Dispose();
    }

    [Fact]
    public void AnExceptionStillClosesTheScope()
    {
        Tensor? lost = null;
        Should.Throw<Exception>(() =>
        {
            using var scope = NewDisposeScope();
            lost = ones(2);
            _ = lost + ones(3);
        });
        lost!.IsInvalid.ShouldBeTrue();
        CurrentDisposeScope.ShouldBeNull();
    }
}
