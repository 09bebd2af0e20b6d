namespace Assay.Core.Errors;

/// <summary>Who can act on an error: the rules of the domain, the input, the machine, or a guard.</summary>
public enum ErrorClass { Business, Validation, System, Security }

/// <summary>
/// One kind of error with its stable code. <c>assay explain CODE</c> prints it offline.
/// </summary>
/// <param name="Code">Stable identifier, <c>ASY</c> and four digits; never given a new meaning.</param>
/// <param name="Class">Who can act on it.</param>
/// <param name="Title">What it is, in one line.</param>
/// <param name="Explanation">Why Assay stops or blocks here.</param>
/// <param name="NextStep">The one thing to do first, where the place of the error has nothing better to say.</param>
public sealed record ErrorKind(string Code, ErrorClass Class, string Title, string Explanation, string NextStep);
