// Some tests set libtorch's number of threads or count live tensors, which the whole process shares.
[assembly: CollectionBehavior(DisableTestParallelization = true)]
