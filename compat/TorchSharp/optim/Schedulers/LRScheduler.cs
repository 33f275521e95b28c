namespace TorchSharp;

public static partial class torch
{
    public static partial class optim
    {
        public static partial class lr_scheduler
        {
            /// <summary>Changes the learning rates of an optimiser from epoch to epoch; <c>step</c> ends an epoch.</summary>
            public abstract class LRScheduler
            {
                protected int _step_count;

                internal readonly Optimizer _optimizer;
                internal readonly double[] _base_lrs;
                internal int _last_epoch;

                private readonly bool _verbose;
                private double[] _last_lrs = [];

                protected LRScheduler(Optimizer optimizer, int last_epoch = -1, bool verbose = false)
                {
                    _optimizer = optimizer;
                    _last_epoch = last_epoch;
                    _verbose = verbose;
                    if (last_epoch == -1)
                    {
                        foreach (ILearningRateController group in optimizer.ParamGroups) group.InitialLearningRate = group.LearningRate;
                    }
                    _base_lrs = [.. optimizer.ParamGroups.Select(group => group.InitialLearningRate)];
                }

                public virtual void step() => step(null);

                /// <summary>Goes on to the next epoch, or to the given one.</summary>
                public virtual void step(int? epoch)
                {
                    _step_count++;
                    _last_epoch = epoch ?? _last_epoch + 1;
                    Set(epoch is null ? get_lr() : get_closed_form_lr());
                }

                public IEnumerable<double> get_last_lr() => _last_lrs;

                /// <summary>The rates of this epoch from those of the epoch before.</summary>
                protected abstract IEnumerable<double> get_lr();

                /// <summary>The rates of this epoch from the initial ones.</summary>
                protected virtual IEnumerable<double> get_closed_form_lr() => get_lr();

                private protected IEnumerable<double> Scaled(double factor) => _optimizer.ParamGroups.Select(group => group.LearningRate * factor);

                private protected void Set(IEnumerable<double> rates)
                {
                    _last_lrs = [.. rates];
                    int i = 0;
                    foreach (ILearningRateController group in _optimizer.ParamGroups)
                    {
                        group.LearningRate = _last_lrs[i];
                        if (_verbose) Console.WriteLine(FormattableString.Invariant($"Adjusting learning rate of group {i} to {_last_lrs[i]}"));
                        i++;
                    }
                }
            }
        }
    }
}
