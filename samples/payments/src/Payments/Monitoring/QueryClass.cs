namespace Payments.Monitoring;

/// <summary>What kind of work a database operation is; each kind has a promised latency of its own.</summary>
internal enum QueryClass
{
    /// <summary>Reads a row by its key.</summary>
    Simple,

    /// <summary>Sums or joins.</summary>
    Complex,

    /// <summary>Changes something, from BEGIN to COMMIT.</summary>
    Transaction,
}
