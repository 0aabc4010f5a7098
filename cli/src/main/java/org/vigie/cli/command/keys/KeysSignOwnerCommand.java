package org.vigie.cli.command.keys;

import java.util.List;
import java.util.concurrent.Callable;
import org.vigie.casework.environment.Environment;
import org.vigie.casework.guarded.OwnerKeyFile;
import org.vigie.casework.guarded.OwnerRequest;
import org.vigie.files.failure.Exit;
import org.vigie.text.safe.SafeText;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code vigie keys sign-owner}. */
@Command(
    name = "sign-owner",
    description = "Grant one request by an owner's key, on the machine where that is kept",
    footer = {
      "",
      "It says first what is granted. Type what it prints on the page of accounts: it is good for that",
      "request alone, and once."
    })
public final class KeysSignOwnerCommand implements Callable<Integer> {
  private final Environment environment;

  @Parameters(paramLabel = "REQUEST", description = "The line on the page of accounts")
  private String line = "";

  @Option(names = "--key", required = true, paramLabel = "FILE", description = "The owner's key")
  private String key = "";

  public KeysSignOwnerCommand(Environment environment) {
    this.environment = environment;
  }

  @Override
  public Integer call() throws Exception {
    OwnerRequest request = OwnerRequest.read(line);
    List<String> words = request.words();
    environment
        .err()
        .printf(
            "Request %s of %s, %s: %s %s %s%nBy the key %s%n",
            SafeText.line(words.get(2)),
            SafeText.line(words.get(4)),
            SafeText.line(words.get(5)),
            SafeText.line(words.get(3)),
            SafeText.line(words.get(6)),
            SafeText.line(words.get(7)),
            SafeText.line(words.get(1)));
    byte[] signature =
        new OwnerKeyFile(environment.path(key))
            .sign(Passphrase.read(environment), request.message());
    environment.out().println(OwnerRequest.code(signature));
    return Exit.OK.code();
  }
}
