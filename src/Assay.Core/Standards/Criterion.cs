using System.Collections.Immutable;
using Assay.Core.Components;

namespace Assay.Core.Standards;

/// <summary>What a standard demands of one fact.</summary>
/// <param name="Id">Unique within the standard.</param>
/// <param name="Fact">Name of the fact, from <see cref="Facts.FactCatalog"/>.</param>
/// <param name="Requirement">The bound.</param>
/// <param name="Phase">From which phase on it is due.</param>
/// <param name="Profile">From which profile up it is due.</param>
/// <param name="By">Who can mend it.</param>
/// <param name="Binds">What its evidence has to be bound to.</param>
/// <param name="WhenEmpty">What an empty domain means (no branches, no page …).</param>
/// <param name="Kinds">Kinds of component that it applies to; empty: all.</param>
/// <param name="Why">Why the standard asks for it.</param>
/// <param name="Remedy">How to get there.</param>
/// <param name="Controls">Ids of outside controls that it gives evidence for.</param>
public sealed record Criterion(
    string Id, string Fact, Requirement Requirement, Phase Phase, Profile Profile, Mender By, Binding Binds,
    WhenEmpty WhenEmpty, ImmutableArray<ComponentKind> Kinds, string Why, string Remedy, ImmutableArray<string> Controls)
{
    /// <summary>How long what was there before a change may stay once it is known: it blocks releases at once, and changes that have nothing to do with it only after that. Null: it blocks all.</summary>
    public TimeSpan? InheritedWithin { get; init; }
}

/// <summary>The phases of the standard, in order.</summary>
public enum Phase { PreImplementation, CodeCompletion, Deployment }

/// <summary>How much of the standard is due, rising.</summary>
public enum Profile { Lightweight, Standard, Enterprise }

/// <summary>Who can mend what a criterion found.</summary>
public enum Mender { Author, Reviewer, Operator, Ci }

/// <summary>What an empty domain means for a criterion.</summary>
public enum WhenEmpty { Missing, NotApplicable }

/// <summary>What evidence has to be bound to.</summary>
public enum BindingKind { Tree, Release, Age }

/// <summary>What evidence has to be bound to; <paramref name="MaxAge"/> only with <see cref="BindingKind.Age"/>.</summary>
public readonly record struct Binding(BindingKind Kind, TimeSpan? MaxAge = null)
{
    /// <summary>This content: the component's subject digest.</summary>
    public static Binding Tree => new(BindingKind.Tree);
}
