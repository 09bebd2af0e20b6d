using Assay.Core.Observations;
using Assay.Proof.Reasons;

namespace Assay.Tests.Proof.Reasons;

/// <summary>Each text has the form in which the named runner reported such a failure when it was tried.</summary>
public sealed class FailureReasonTests
{
    private static readonly Introduced Brought = new(["brandNew", "brand_new", "strict", "Refund"], ["src/added.js", "pkg/added.py", "src/templates/page.html"]);

    [Theory]
    [InlineData("vitest", "expected 1 to be 2 // Object.is equality", "AssertionError: expected 1 to be 2 // Object.is equality\n\n- 2\n+ 1\n\n ❯ test/a.test.js:5:33")]
    [InlineData("vitest, an error as the value", "expected [Error: connect ECONNREFUSED] to be undefined", "AssertionError: expected [Error: connect ECONNREFUSED] to be undefined\n ❯ test/a.test.js:5:33")]
    [InlineData("vitest snapshot", "Snapshot `g > snap 1` mismatched", "Error: Snapshot `g > snap 1` mismatched\n\n ❯ test/a.test.js:22:37")]
    [InlineData("jest", "Error: expect(received).toBe(expected) // Object.is equality\n\nExpected: 2\nReceived: 1", "    at Object.<anonymous> (/clone/test/a.test.js:3:33)")]
    [InlineData("jest snapshot", "Error: expect(received).toMatchInlineSnapshot(snapshot)", "    at Object.<anonymous> (/clone/test/a.test.js:3:33)")]
    [InlineData("jest and node:assert", "assert.strictEqual(received, expected)\n\nExpected value to strictly be equal to:", "    at Object.<anonymous> (/clone/test/a.test.js:14:26)")]
    [InlineData("node", "1 == 2", "Error [ERR_TEST_FAILURE]: 1 == 2\n    at new Promise (<anonymous>) {\n  code: 'ERR_TEST_FAILURE',\n  cause: AssertionError [ERR_ASSERTION]: 1 == 2\n      at TestContext.<anonymous> (file:///clone/test/a.test.mjs:4:22)")]
    [InlineData("node throws", "Missing expected exception.", "[Error [ERR_TEST_FAILURE]: Missing expected exception.] {\n  cause: AssertionError [ERR_ASSERTION]: Missing expected exception.\n      at TestContext.<anonymous> (file:///clone/test/a.test.mjs:8:26)")]
    [InlineData("mocha and chai", "expected 1 to equal 2", "AssertionError: expected 1 to equal 2\n    at Context.<anonymous> (file:///clone/test/a.test.mjs:4:38)")]
    [InlineData("pytest", "assert 1 == 2\n +  where 1 = ident(1)", ">   def test_eq(): assert prod.ident(1) == 2\nE   assert 1 == 2\n\ntest_a.py:2: AssertionError")]
    [InlineData("pytest with words", "AssertionError: words\nassert False", "E   AssertionError: words\nE   assert False\n\ntest_a.py:3: AssertionError")]
    [InlineData("pytest.raises", "Failed: DID NOT RAISE <class 'ValueError'>", "E       Failed: DID NOT RAISE <class 'ValueError'>\n\ntest_a.py:8: Failed")]
    [InlineData("unittest", "AssertionError: ValueError not raised", "E       AssertionError: ValueError not raised\n\ntest_a.py:26: AssertionError")]
    [InlineData("xunit", "Assert.Equal() Failure: Values differ\nExpected: 2\nActual:   1", "   at N.T.Eq() in /clone/tests/a.cs:line 4")]
    [InlineData("xunit with words", "my words", "   at N.T.Msg() in /clone/tests/a.cs:line 20")]
    [InlineData("xunit throws another", "Assert.Throws() Failure: Exception type was not an exact match\n---- System.NullReferenceException : Object reference", "   at N.T.ThrOther() in /clone/tests/a.cs:line 21")]
    [InlineData("xunit throws a network error", "Assert.Throws() Failure: Exception type was not an exact match\n---- System.Net.Sockets.SocketException : Connection refused", "   at N.T.ThrOther() in /clone/tests/a.cs:line 21")]
    [InlineData("nunit", "  Assert.That(Prod.Id(1), Is.EqualTo(2))\n  Expected: 2\n  But was:  1", "   at N.T.Eq() in /clone/tests/a.cs:line 4")]
    [InlineData("mstest", "Assert.AreEqual failed. Expected:<2>. Actual:<1>.", "   at N.T.Eq() in /clone/tests/a.cs:line 4")]
    [InlineData("awesome assertions", "Expected value to be 2, but found 1.", "   at N.T.Eq() in /clone/tests/a.cs:line 4")]
    [InlineData("shouldly", "Shouldly.ShouldAssertException : value\n    should be\n2\n    but was\n1", "   at N.T.Eq() in /clone/tests/a.cs:line 4")]
    public void An_assertion_is_right(string runner, string message, string trace)
    {
        Assert.Equal((runner, new FailureReason(true, "assertion")), (runner, Of(message, trace)));
    }

    [Theory]
    [InlineData("vitest", "Cannot read properties of undefined (reading 'length')", "TypeError: Cannot read properties of undefined (reading 'length')\n ❯ Module.parse src/lib.js:1:89\n ❯ test/a.test.js:9:23", "exception in src/lib.js")]
    [InlineData("vitest in a folder", "boom", "Error: boom\n ❯ Module.parse other.js:1:89\n ❯ test/a.test.js:9:23", "exception in packages/a/other.js")]
    [InlineData("jest", "TypeError: Cannot read properties of undefined (reading 'length')", "    at Object.parse (/some where/clone/src/lib.js:1:151)\n    at Object.<anonymous> (/some where/clone/test/a.test.js:6:23)", "exception in src/lib.js")]
    [InlineData("node", "Cannot read properties of undefined", "[Error [ERR_TEST_FAILURE]: Cannot read] {\n  cause: TypeError [Error]: Cannot read properties of undefined (reading 'length')\n      at Module.parse (file:///clone/src/lib.js:1:89)", "exception in src/lib.js")]
    [InlineData("xunit", "System.NullReferenceException : Object reference not set to an instance of an object.", "   at N.Prod.Len(String s) in /clone/src/Prod.cs:line 2\n   at N.T.Inprod() in /clone/tests/a.cs:line 5", "exception in src/Prod.cs")]
    [InlineData("xunit fixture", "Class fixture type 'N.Fx' threw in its constructor\n---- System.Exception : fixture", "\n----- Inner Stack Trace -----\n   at N.Prod.Open() in /clone/src/Prod.cs:line 25", "exception in src/Prod.cs")]
    [InlineData("pytest", "KeyError: 'parts'", ">   def test_inprod(): prod.parse({})\n\ntest_a.py:4: \n\nE   KeyError: 'parts'\n\nprod.py:1: KeyError", "exception in prod.py")]
    public void An_exception_in_production_code_is_right_and_names_the_file(string runner, string message, string trace, string what)
    {
        Assert.Equal((runner, new FailureReason(true, what)), (runner, Of(message, trace)));
    }

    [Theory]
    [InlineData("vitest", "brandNew is not a function", "TypeError: brandNew is not a function\n ❯ test/a.test.js:7:22")]
    [InlineData("vitest without a trace", "brandNew is not a function", null)]
    [InlineData("jest", "TypeError: lib.brandNew is not a function", "    at Object.<anonymous> (/clone/test/a.test.js:4:22)")]
    [InlineData("vitest hook", "brandNew is not a function", "TypeError: brandNew is not a function\n ❯ test/a.test.js:31:42")]
    [InlineData("after production", "Cannot read properties of undefined (reading 'host')", "TypeError: Cannot read properties of undefined (reading 'host')\n ❯ test/a.test.js:10:48")]
    [InlineData("esm", "The requested module '../src/lib.js' does not provide an export named 'brandNew'", "SyntaxError: The requested module '../src/lib.js' does not provide an export named 'brandNew'\n    at ModuleJob._instantiate (node:internal/modules/esm/module_job:213:21)")]
    [InlineData("an added module", "Cannot find module '../src/added.js' imported from '/clone/test/b.test.js'", "Error: Cannot find module '../src/added.js' imported from '/clone/test/b.test.js'")]
    [InlineData("an added module, absolute", "Cannot find module '/clone/src/added.js' imported from /clone/test/b.test.js", null)]
    [InlineData("an added file", "ENOENT: no such file or directory, open 'src/templates/page.html'", "Error: ENOENT: no such file or directory, open 'src/templates/page.html'\n ❯ test/a.test.js:14:22")]
    [InlineData("pytest", "AttributeError: module 'prod' has no attribute 'brand_new'", "E   AttributeError: module 'prod' has no attribute 'brand_new'\n\ntest_a.py:5: AttributeError")]
    [InlineData("pytest import", "ImportError: cannot import name 'brand_new' from 'prod' (/clone/prod.py)", "E   ImportError: cannot import name 'brand_new' from 'prod' (/clone/prod.py)")]
    [InlineData("pytest module", "ModuleNotFoundError: No module named 'pkg.added'", "E   ModuleNotFoundError: No module named 'pkg.added'")]
    [InlineData("pytest argument", "TypeError: parse() got an unexpected keyword argument 'strict'", "E   TypeError: parse() got an unexpected keyword argument 'strict'\n\ntest_a.py:5: TypeError")]
    [InlineData("xunit", "System.NullReferenceException : Object reference not set to an instance of an object.", "   at N.T.After() in /clone/tests/a.cs:line 6")]
    [InlineData("mstest", "Test method N.T.Key threw exception:\nSystem.Collections.Generic.KeyNotFoundException: The given key 'k' was not present in the dictionary.", "   at System.Collections.Generic.Dictionary`2.get_Item(TKey key)\n   at N.T.Key() in /clone/tests/a.cs:line 14")]
    [InlineData("reflection", "System.MissingMethodException : Method not found: 'Void Shop.Cart.Refund()'.", "   at N.T.Key() in /clone/tests/a.cs:line 14")]
    [InlineData("status", "System.Net.Http.HttpRequestException : Response status code does not indicate success: 404 (Not Found).", "   at System.Net.Http.HttpResponseMessage.EnsureSuccessStatusCode()\n   at N.T.Get() in /clone/tests/a.cs:line 14")]
    public void An_exception_because_of_production_is_right(string runner, string message, string? trace)
    {
        Assert.Equal((runner, true), (runner, Of(message, trace).Right));
    }

    [Theory]
    [InlineData("timed out", "Test timed out in 50ms.\nIf this is a long-running test", "Error: Test timed out in 50ms.\n ❯ test/a.test.js:13:4")]
    [InlineData("timed out", "Hook timed out in 50ms.", "Error: Hook timed out in 50ms.\n ❯ test/a.test.js:13:4")]
    [InlineData("timed out", "Error: thrown: \"Exceeded timeout of 50 ms for a test.", "    at /clone/test/a.test.js:9:2")]
    [InlineData("timed out", "Timeout of 50ms exceeded. For async tests and hooks, ensure \"done()\" is called", "Error: Timeout of 50ms exceeded.\n    at listOnTimeout (node:internal/timers:581:17)")]
    [InlineData("timed out", "test timed out after 50ms", "[Error [ERR_TEST_FAILURE]: test timed out after 50ms] { failureType: 'testTimeoutFailure' }")]
    [InlineData("timed out", "Promise resolution is still pending but the event loop has already resolved", null)]
    [InlineData("timed out", "Test execution timed out after 50 milliseconds", null)]
    [InlineData("timed out", "Test exceeded CancelAfter value of 50ms", "   at N.T.Tmo(CancellationToken t) in /clone/tests/a.cs:line 21")]
    [InlineData("timed out", "Test 'Tmo' timed out after 50ms", null)]
    [InlineData("timed out", "Failed: Timeout >1.0s", "E   Failed: Timeout >1.0s\n\ntest_a.py:9: Failed")]
    [InlineData("timed out", "System.OperationCanceledException : The operation was canceled.", "   at N.T.Canc() in /clone/tests/a.cs:line 15")]
    [InlineData("timed out", "System.Threading.Tasks.TaskCanceledException : A task was canceled.", "   at N.Prod.Len(String s) in /clone/src/Prod.cs:line 2")]
    [InlineData("the network, a port or a server was not there", "fetch failed", "TypeError: fetch failed\n ❯ test/a.test.js:15:22\n\nCaused by: Error: connect ECONNREFUSED")]
    [InlineData("the network, a port or a server was not there", "System.Net.Http.HttpRequestException : Connection refused (127.0.0.1:1)\n---- System.Net.Sockets.SocketException : Connection refused", "   at N.Prod.Len(String s) in /clone/src/Prod.cs:line 2")]
    [InlineData("the network, a port or a server was not there", "listen EADDRINUSE: address already in use :::3000", "Error: listen EADDRINUSE: address already in use :::3000\n    at Server.setup (node:net:1817:16)\n    at start (/clone/src/lib.js:3:1)")]
    [InlineData("the network, a port or a server was not there", "ConnectionRefusedError: [Errno 111] Connection refused", "E               ConnectionRefusedError: [Errno 111] Connection refused\n\nprod.py:836: ConnectionRefusedError")]
    [InlineData("no permission", "EACCES: permission denied, open '/etc/x'", "Error: EACCES: permission denied, open '/etc/x'\n    at read (/clone/src/lib.js:3:1)")]
    [InlineData("a tool is missing", "spawn nonesuch ENOENT", "Error: spawn nonesuch ENOENT\n    at run (/clone/src/lib.js:3:1)")]
    [InlineData("a tool is missing", "Command failed: nonesuch-cmd\n/bin/sh: 1: nonesuch-cmd: not found", "Error: Command failed: nonesuch-cmd\n ❯ test/a.test.js:17:25")]
    [InlineData("a tool is missing", "System.ComponentModel.Win32Exception : An error occurred trying to start process 'nonesuch-tool' with working directory '/clone'. No such file or directory", "   at N.Prod.Run() in /clone/src/Prod.cs:line 2")]
    [InlineData("out of memory", "System.OutOfMemoryException : Array dimensions exceeded supported range.", "   at N.Prod.Run() in /clone/src/Prod.cs:line 2")]
    [InlineData("the process that runs the tests ended", "test failed", "[Error: test failed] { code: 'ERR_TEST_FAILURE', cause: 'test failed', exitCode: 1 }")]
    [InlineData("a library or a runtime is missing", "System.DllNotFoundException : Unable to load shared library 'nonesuch' or one of its dependencies.", "   at N.T.Dll() in /clone/tests/a.cs:line 9")]
    [InlineData("a library or a runtime is missing", "System.IO.FileNotFoundException : Could not load file or assembly 'Nonesuch, Culture=neutral'.", "   at N.Prod.Asm() in /clone/src/Prod.cs:line 16")]
    [InlineData("the runner could not set the test up", "The following constructor parameters did not have matching fixture data: Fx f", null)]
    [InlineData("the runner could not set the test up", "failed on setup with \"file test_a.py, line 22\nE       fixture 'nonesuch' not found", "E       fixture 'nonesuch' not found")]
    [InlineData("too deep a recursion in test code only", "Maximum call stack size exceeded", "RangeError: Maximum call stack size exceeded\n ❯ f test/a.test.js:20:30")]
    public void What_hindered_a_test_is_never_right(string what, string message, string? trace)
    {
        Assert.Equal(new FailureReason(false, what), Of(message, trace));
    }

    [Theory]
    [InlineData("a build product", "Cannot find module '../dist/index.js' imported from '/clone/test/a.test.js'", "Error: Cannot find module '../dist/index.js' imported from '/clone/test/a.test.js'\n ❯ test/a.test.js:18:25")]
    [InlineData("a build product that production asks for", "Cannot find module '../dist/added.js' from 'src/lib.js'", "    at Object.<anonymous> (/clone/src/lib.js:1:1)")]
    [InlineData("a module of the added one's name elsewhere", "Cannot find module './added.js' imported from '/clone/test/a.test.js'", null)]
    [InlineData("a package", "Cannot find package 'added' imported from '/clone/test/a.test.js'", null)]
    [InlineData("a file", "ENOENT: no such file or directory, open 'dist/x.json'", "Error: ENOENT: no such file or directory, open 'dist/x.json'\n    at load (/clone/src/lib.js:3:1)")]
    [InlineData("a file in .NET", "System.IO.DirectoryNotFoundException : Could not find a part of the path '/nope/x.json'.", "   at N.Prod.Read() in /clone/src/Prod.cs:line 2")]
    [InlineData("a file in Python", "FileNotFoundError: [Errno 2] No such file or directory: 'dist/x.json'", "E   FileNotFoundError: [Errno 2] No such file or directory: 'dist/x.json'\n\nprod.py:10: FileNotFoundError")]
    [InlineData("a Python package", "ModuleNotFoundError: No module named 'nonesuch'", "E   ModuleNotFoundError: No module named 'nonesuch'\n\nprod.py:10: ModuleNotFoundError")]
    [InlineData("an old export", "The requested module 'pkg' does not provide an export named 'other'", null)]
    [InlineData("test code", "boom", "Error: boom\n ❯ test/a.test.js:23:24")]
    [InlineData("test code in .NET", "System.InvalidOperationException : boom", "   at N.T.Ioe() in /clone/tests/a.cs:line 7")]
    [InlineData("a fixture", "failed on setup with \"RuntimeError: fixture\"", "E   RuntimeError: fixture\n\ntest_a.py:20: RuntimeError")]
    [InlineData("a hook", "SetUp : System.Exception : setup", "--SetUp\n   at N.U.S() in /clone/tests/a.cs:line 25")]
    [InlineData("a hook of MSTest", "Initialization method N.U.S threw exception. System.Exception: setup.", "   at N.U.S() in /clone/tests/a.cs:line 23")]
    [InlineData("a global that no one brings", "describe is not defined", "ReferenceError: describe is not defined\n ❯ test/a.test.js:25:16")]
    [InlineData("a package's own error", "Cannot read properties of undefined (reading 'config')", "TypeError: Cannot read properties of undefined (reading 'config')\n ❯ load node_modules/vite/dist/node/chunks/config.js:1:2\n ❯ test/a.test.js:25:16")]
    [InlineData("a slow test", "Elapsed time of 56.380703ms exceeds maximum of 1ms", "")]
    [InlineData("nothing said", null, null)]
    public void What_names_nothing_of_the_change_is_not_right(string cause, string? message, string? trace)
    {
        Assert.Equal((cause, false), (cause, Of(message, trace).Right));
    }

    private static FailureReason Of(string? message, string? trace) => FailureReason.Of(
        new TestCase("t", "t", TestOutcome.Failed, Message: message) { Trace = trace },
        path => path is "src/lib.js" or "packages/a/other.js" or "src/Prod.cs" or "prod.py", Brought, "packages/a");
}
