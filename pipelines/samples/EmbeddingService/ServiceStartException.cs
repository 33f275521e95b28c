namespace EmbeddingService;

/// <summary>The service cannot start; the message says why and what to change.</summary>
public sealed class ServiceStartException(string message, Exception? cause = null) : Exception(message, cause);
