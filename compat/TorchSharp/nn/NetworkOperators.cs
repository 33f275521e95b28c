namespace TorchSharp;

/// <summary>The operators of libtorch that only layers, losses and initialisations use.</summary>
internal static class NetworkOperators
{
    internal static readonly Operator adaptive_avg_pool1d = new("adaptive_avg_pool1d");
    internal static readonly Operator adaptive_avg_pool2d = new("adaptive_avg_pool2d");
    internal static readonly Operator alpha_dropout = new("alpha_dropout");
    internal static readonly Operator alpha_dropout_ = new("alpha_dropout_");
    internal static readonly Operator avg_pool2d = new("avg_pool2d");
    internal static readonly Operator batch_norm = new("batch_norm");
    internal static readonly Operator binary_cross_entropy = new("binary_cross_entropy");
    internal static readonly Operator binary_cross_entropy_with_logits = new("binary_cross_entropy_with_logits");
    internal static readonly Operator conv1d = new("conv1d");
    internal static readonly Operator conv2d = new("conv2d");
    internal static readonly Operator cross_entropy_loss = new("cross_entropy_loss");
    internal static readonly Operator diagonal = new("diagonal");
    internal static readonly Operator dropout = new("dropout");
    internal static readonly Operator dropout_ = new("dropout_");
    internal static readonly Operator feature_dropout = new("feature_dropout");
    internal static readonly Operator feature_dropout_ = new("feature_dropout_");
    internal static readonly Operator glu = new("glu");
    internal static readonly Operator group_norm = new("group_norm");
    internal static readonly Operator hardshrink = new("hardshrink");
    internal static readonly Operator huber_loss = new("huber_loss");
    internal static readonly Operator kl_div = new("kl_div");
    internal static readonly Operator l1_loss = new("l1_loss");
    internal static readonly Operator layer_norm = new("layer_norm");
    internal static readonly Operator lerp__Scalar = new("lerp_.Scalar");
    internal static readonly Operator linalg_vector_norm = new("linalg_vector_norm");
    internal static readonly Operator linear = new("linear");
    internal static readonly Operator max_pool2d = new("max_pool2d");
    internal static readonly Operator mish = new("mish");
    internal static readonly Operator mse_loss = new("mse_loss");
    internal static readonly Operator nll_loss_nd = new("nll_loss_nd");
    internal static readonly Operator pad = new("pad");
    internal static readonly Operator smooth_l1_loss = new("smooth_l1_loss");
    internal static readonly Operator soft_margin_loss = new("soft_margin_loss");
    internal static readonly Operator softplus = new("softplus");
    internal static readonly Operator softshrink = new("softshrink");
    internal static readonly Operator threshold = new("threshold");
    internal static readonly Operator threshold_ = new("threshold_");
}
