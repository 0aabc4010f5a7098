package org.vigie.lab.verify.custody;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.vigie.casework.people.Account;
import org.vigie.casework.people.Accounts;
import org.vigie.casework.people.CaseDatabase;
import org.vigie.casework.people.Role;
import org.vigie.lab.load.ConsoleVisitor;
import org.vigie.lab.load.LoadedConsole;
import org.vigie.lab.verify.Check;
import org.vigie.lab.verify.Effort;
import org.vigie.lab.verify.Tally;
import org.vigie.pipeline.workspace.Workspace;
import org.vigie.web.pages.Console;

/** One admin with password and authenticator changes nobody's rights, their own among them. */
final class OneAdminCheck implements Check {
  private static final int MOST_RUNS = 200;
  private static final List<String> ROLES =
      List.of("analyst", "reviewer", "case-lead", "auditor", "admin");

  @Override
  public String name() {
    return "one-admin";
  }

  @Override
  public String promise() {
    return "One admin alone invites nobody, gives no role and grants nothing they asked for";
  }

  @Override
  public Tally run(Effort effort, Path folder, Watcher watcher) throws Exception {
    Tally tally = new Tally();
    Random random = new Random(effort.seed());
    int runs = Math.min(effort.runs(), MOST_RUNS);
    try (LoadedConsole console = LoadedConsole.start(new Workspace(folder), 10)) {
      console.add("admin", Role.ADMIN);
      console.add("other", Role.ADMIN);
      ConsoleVisitor admin = console.signedIn("admin");
      Map<String, String> before = rights(console);
      int requests = 0;
      for (int run = 0; run < runs; run++) {
        watcher.at(run, runs);
        String role = ROLES.get(random.nextInt(ROLES.size()));
        boolean isInvitation = random.nextBoolean();
        if (isInvitation) {
          String body =
              admin
                  .post("/accounts/invitations", Map.of("name", "nina-" + run, "role", role))
                  .body();
          tally.require(!body.contains("/invitation?token="), "no link must be shown, but was");
        } else {
          String who = random.nextBoolean() ? "admin" : "other";
          admin.post("/accounts/" + who, Map.of("role", role, "enabled", "yes"));
        }
        tally.count(isInvitation ? "invitations asked for" : "roles asked for", 1);
        requests++;
        decideOwn(console, admin, requests, tally);
      }
      tally.require(rights(console).equals(before), "nobody's rights must change, but they did");
      tally.count("rights changed", rights(console).equals(before) ? 0 : 1);
    }
    return tally;
  }

  private static void decideOwn(
      LoadedConsole console, ConsoleVisitor admin, int request, Tally tally) throws Exception {
    // A code is good once.
    console.pass(Duration.ofSeconds(31));
    int status =
        admin
            .post(
                "/accounts/requests/" + request,
                Map.of(
                    "decision",
                    "grant",
                    "password",
                    LoadedConsole.PASSWORD,
                    "code",
                    console.code()))
            .statusCode();
    int link = admin.post("/accounts/requests/" + request + "/link", Map.of()).statusCode();
    tally.count("own requests tried to grant", 1);
    tally.require(status == 409, "a grant of one's own must be refused, but was %d", status);
    tally.require(link == 404, "a link that nobody granted must not be there, but was %d", link);
  }

  private static Map<String, String> rights(LoadedConsole console) {
    Map<String, String> rights = new TreeMap<>();
    try (CaseDatabase database =
        CaseDatabase.open(console.workspace().database(), Console.SCHEMA)) {
      for (Account one : new Accounts(database, Clock.systemUTC()).all()) {
        rights.put(one.name(), one.roles() + " " + one.enabled());
      }
    }
    return rights;
  }
}
