using Assay.Cli;
using Assay.Cli.Commands;

return await AssayCommand.RunAsync(args, new Surroundings(Console.Out, Console.Error, TimeProvider.System));
