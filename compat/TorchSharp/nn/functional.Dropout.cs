namespace TorchSharp;

public static partial class torch
{
    public static partial class nn
    {
        public static partial class functional
        {
            // Outside training the operator would hand its input back; a second name of it may be disposed freely.
            private static Tensor Drop(Operator operation, Operator inPlace, Tensor input, double p, bool training, bool inplace)
            {
                if (!training || p == 0) return input.alias();
                return inplace ? inPlace.InPlace(input, p, true).alias() : operation.Call(input, p, true);
            }

            public static Tensor dropout(Tensor input, double p = 0.5, bool training = true, bool inplace = false) =>
                Drop(NetworkOperators.dropout, NetworkOperators.dropout_, input, p, training, inplace);

            /// <summary>Drops whole channels of (N, C, L) or (C, L).</summary>
            public static Tensor dropout1d(Tensor input, double p = 0.5, bool training = true, bool inplace = false) =>
                DropChannels(input, 1, p, training, inplace);

            /// <summary>Drops whole channels of (N, C, H, W) or (C, H, W).</summary>
            public static Tensor dropout2d(Tensor input, double p = 0.5, bool training = true, bool inplace = false) =>
                DropChannels(input, 2, p, training, inplace);

            public static Tensor alpha_dropout(Tensor input, double p = 0.5, bool training = false, bool inplace = false) =>
                Drop(NetworkOperators.alpha_dropout, NetworkOperators.alpha_dropout_, input, p, training, inplace);

            private static Tensor DropChannels(Tensor input, int spatial, double p, bool training, bool inplace)
            {
                if (input.dim() != spatial + 1) return Drop(NetworkOperators.feature_dropout, NetworkOperators.feature_dropout_, input, p, training, inplace);

                using Tensor batch = input.unsqueeze(0);
                using Tensor dropped = Drop(NetworkOperators.feature_dropout, NetworkOperators.feature_dropout_, batch, p, training, inplace);
                return dropped.reshape(input.shape);
            }
        }
    }
}
