package org.vigie.cli.command.workspace;

import java.net.InetAddress;
import java.util.List;
import org.vigie.casework.config.ConsoleSettings;
import org.vigie.casework.config.WebSettings;
import org.vigie.casework.environment.Environment;
import org.vigie.casework.guarded.SettingsInForce;
import org.vigie.text.safe.SafeText;

/** What {@code vigie serve} says at its start. */
final class ServeNotes {
  private final Environment environment;
  private final ConsoleSettings settings;

  ServeNotes(Environment environment, ConsoleSettings settings) {
    this.environment = environment;
    this.settings = settings;
  }

  /** Nobody's rights change without a second admin, unless one person works alone and says so. */
  void sayHowToBegin(List<String> paths, String address) {
    String[] whose = {"Make the first account", "Then make the second admin's account"};
    for (int i = 0; i < paths.size(); i++) {
      String what = whose[whose.length - (settings.web().alone() ? 2 : paths.size() - i)];
      environment.out().println(what + ": " + address + paths.get(i));
    }
    if (settings.web().alone()) {
      environment
          .out()
          .println(
              "You work alone (web.alone): nobody else has to agree to roles, tokens, exports.");
    }
  }

  /** Behind a proxy that passes on what browsers call the console, each page would be refused. */
  void sayHosts(InetAddress listen) {
    WebSettings web = settings.web();
    boolean isLocal = listen.isLoopbackAddress();
    if (web.allowedHosts().isEmpty()
        && settings.provider().isEmpty()
        && !(isLocal && (web.alone() || web.trustedProxies().isEmpty()))) {
      environment
          .err()
          .println(
              "vigie: the pages answer only under this machine's own addresses; behind a proxy, write the host name that browsers use into web.allowed-hosts");
    }
  }

  /** Whoever wrote it in the file would think that it holds. */
  void sayWaiting(List<SettingsInForce.Waiting> waiting) {
    waiting.forEach(one ->
        environment
            .err()
            .println(
                SafeText.line(
                    "vigie: " + one.line() + "; an admin asks for it on the page of accounts")));
  }
}
