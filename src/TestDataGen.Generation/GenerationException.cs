namespace TestDataGen.Generation;

/// <summary>A value could not be made: a division by zero, a number out of its type's range, a lower bound over its upper, an own generator that fails.</summary>
/// <param name="message">Names the field and the row, and says what to do.</param>
/// <param name="cause">What an own generator threw.</param>
public class GenerationException(string message, Exception? cause = null) : Exception(message, cause);
