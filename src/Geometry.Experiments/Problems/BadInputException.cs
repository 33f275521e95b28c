namespace Geometry.Experiments;

/// <summary>What was given to an experiment cannot be used. The message names the thing and the remedy, and needs no stack trace.</summary>
public class BadInputException : Exception
{
    /// <summary>Makes the exception.</summary>
    /// <param name="message">What is wrong and what to change.</param>
    public BadInputException(string message)
        : base(message)
    {
    }

    /// <summary>Makes the exception.</summary>
    /// <param name="message">What is wrong and what to change.</param>
    /// <param name="cause">What led to it.</param>
    public BadInputException(string message, Exception cause)
        : base(message, cause)
    {
    }
}
