package org.vigie.lab.verify.custody;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.vigie.casework.guarded.SettingsInForce;
import org.vigie.casework.people.Account;
import org.vigie.casework.people.Accounts;
import org.vigie.casework.people.ApiTokens;
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

  /** The status of what waits for a second admin. */
  private static final int ASKED = 202;

  /** What one admin asks for. */
  private enum Asked {
    INVITATION("invitations asked for"),
    ROLE("roles asked for"),
    TOKEN("tokens asked for"),
    SETTING("settings asked for");

    private final String counted;

    Asked(String counted) {
      this.counted = counted;
    }
  }

  @Override
  public String name() {
    return "one-admin";
  }

  @Override
  public String promise() {
    return "One admin alone invites nobody, gives no role, makes no token, changes no guarded setting and"
        + " grants nothing they asked for";
  }

  @Override
  public Tally run(Effort effort, Path folder, Watcher watcher) throws Exception {
    Tally tally = new Tally();
    Random random = new Random(effort.seed());
    int runs = Math.min(effort.runs(), MOST_RUNS);
    try (LoadedConsole console = LoadedConsole.start(new Workspace(folder), 10)) {
      console.add("admin", Role.ADMIN, Role.ANALYST); // who may ask for tokens, too
      console.add("other", Role.ADMIN);
      ConsoleVisitor admin = console.signedIn("admin");
      Map<String, String> before = rights(console);
      int requests = 0;
      for (int run = 0; run < runs; run++) {
        watcher.at(run, runs);
        Asked asked = Asked.values()[run % Asked.values().length];
        HttpResponse<String> answer = ask(asked, run, console, admin, random);
        tally.count(asked.counted, 1);
        boolean isNew = answer.statusCode() == ASKED;
        tally.require(
            isNew || asked == Asked.SETTING, "a request must be taken, but wasn't in run %d", run);
        tally.require(!answer.body().contains("/invitation#"), "no link must be shown, but was");
        requests += isNew ? 1 : 0;
        if (requests > 0) {
          decideOwn(console, admin, isNew ? requests : 1 + random.nextInt(requests), tally);
        }
      }
      tally.require(rights(console).equals(before), "nobody's rights must change, but they did");
      tally.count("rights changed", rights(console).equals(before) ? 0 : 1);
    }
    return tally;
  }

  /** Asks for one thing. */
  private static HttpResponse<String> ask(
      Asked what, int run, LoadedConsole console, ConsoleVisitor admin, Random random)
      throws Exception {
    String role = ROLES.get(random.nextInt(ROLES.size()));
    Map<String, String> form = new HashMap<>(proof(console));
    String path =
        switch (what) {
          case INVITATION -> {
            form.putAll(Map.of("name", "nina-" + run, "role", role));
            yield "/accounts/invitations";
          }
          case ROLE -> {
            form.putAll(Map.of("role", role, "enabled", "yes"));
            yield "/accounts/" + (random.nextBoolean() ? "admin" : "other") + "/rights";
          }
          case TOKEN -> {
            form.put("title", "program " + run);
            form.put("purpose", "putting promises to the test");
            form.put("scope", "adverts");
            yield "/tokens";
          }
          case SETTING -> {
            form.put("part", LoadedConsole.WAITING.part().label());
            yield "/accounts/requests";
          }
        };
    return admin.post(path, form);
  }

  private static void decideOwn(
      LoadedConsole console, ConsoleVisitor admin, int request, Tally tally) throws Exception {
    Map<String, String> form = new HashMap<>(proof(console));
    form.put("decision", "grant");
    int status = admin.post("/accounts/requests/" + request, form).statusCode();
    int link = admin.post("/accounts/requests/" + request + "/link", Map.of()).statusCode();
    int token = admin.post("/tokens/requests/" + request, Map.of()).statusCode();
    tally.count("own requests tried to grant", 1);
    tally.require(status == 409, "a grant of one's own must be refused, but was %d", status);
    tally.require(link == 404, "a link that nobody granted must not be there, but was %d", link);
    tally.require(token == 404, "a token that nobody granted must not be there, but was %d", token);
  }

  /** Returns password and code, of which each is good once. */
  private static Map<String, String> proof(LoadedConsole console) {
    console.pass(Duration.ofSeconds(31));
    return Map.of("password", LoadedConsole.PASSWORD, "code", console.code());
  }

  private static Map<String, String> rights(LoadedConsole console) {
    Map<String, String> rights = new TreeMap<>();
    try (CaseDatabase database =
        CaseDatabase.open(console.workspace().database(), Console.SCHEMA)) {
      ApiTokens tokens = new ApiTokens(database, new SecureRandom(), console.clock());
      SettingsInForce settings = new SettingsInForce(database, console.clock());
      for (Account one : new Accounts(database, Clock.systemUTC()).all()) {
        rights.put(one.name(), one.roles() + " " + one.enabled());
        rights.put("tokens of " + one.name(), tokens.of(one.name()).toString());
      }
      rights.put("granted", String.valueOf(settings.isGranted(LoadedConsole.WAITING)));
    }
    return rights;
  }
}
