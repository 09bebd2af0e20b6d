using System.Collections.Immutable;

namespace Assay.Proof.Compiling.CSharp;

internal enum PartKind { Using, Namespace, Type, Member }

/// <summary>A declaration in a C# file.</summary>
/// <param name="Name">Full name for a namespace and a type, with <c>+</c> before a nested one, as reports write it; the bare name of a member.</param>
/// <param name="Start">Offset of its first attribute or word.</param>
/// <param name="End">Offset behind its last brace or semicolon.</param>
/// <param name="BodyStart">Offset of the brace behind which its own declarations stand; <paramref name="End"/> where there is none.</param>
/// <param name="Parent">What holds it; null at the level of the file.</param>
/// <param name="Attributes">Names of its attributes, without namespace and <c>Attribute</c>.</param>
internal sealed record Part(PartKind Kind, string Name, int Start, int End, int BodyStart, Part? Parent, ImmutableArray<string> Attributes)
{
    private static readonly string[] Whole =
        ["SetUp", "OneTimeSetUp", "TearDown", "OneTimeTearDown", "TestInitialize", "TestCleanup", "ClassInitialize", "ClassCleanup", "Before", "After"];

    /// <summary>A method that runners call for itself.</summary>
    public bool IsTest => Kind == PartKind.Member && Attributes.Any(name => name is "Fact" or "Theory" or "Test" or "TestCase" or "TestCaseSource" or "Property"
        || name.EndsWith("Fact", StringComparison.Ordinal) || name.EndsWith("Theory", StringComparison.Ordinal) || name.EndsWith("TestMethod", StringComparison.Ordinal));

    /// <summary>It runs around every test of its class, so none of them compiles without it.</summary>
    public bool HoldsItsClass => Kind == PartKind.Member && Parent is { Kind: PartKind.Type } type
        && (Name == type.Name.Split('.', '+')[^1].Split('<')[0] || Name is "Dispose" or "DisposeAsync" or "InitializeAsync" || Attributes.Any(Whole.Contains));

    /// <summary>It runs around every test of the assembly, and nothing of that shows in this file.</summary>
    public bool HoldsAll => Attributes.Any(name => name is "AssemblyInitialize" or "AssemblyCleanup" or "ModuleInitializer" or "SetUpFixture" or "AssemblyFixture");
}
