package org.vigie.lab.verify.custody;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.vigie.casework.people.Account;
import org.vigie.casework.people.Accounts;
import org.vigie.casework.people.CaseDatabase;
import org.vigie.casework.people.OneTimeCode;
import org.vigie.casework.people.Role;
import org.vigie.lab.load.ConsoleVisitor;
import org.vigie.lab.load.LoadedConsole;
import org.vigie.lab.verify.Check;
import org.vigie.lab.verify.Effort;
import org.vigie.lab.verify.Tally;
import org.vigie.pipeline.workspace.Workspace;
import org.vigie.web.pages.Console;

/**
 * A link to an account makes one, however many use it at once, and a code of an authenticator opens
 * one session.
 */
final class LinksCheck implements Check {
  private static final int MOST_RUNS = 100;

  /** Of one address and one device, no more wrong codes than a person may type. */
  private static final int AT_ONCE = 6;

  private static final String PASSWORD = LoadedConsole.PASSWORD;

  /** Longer than a code is good. */
  private static final Duration LATER = Duration.ofSeconds(91);

  private static final Pattern SECRET = Pattern.compile("class=\"secret\">([A-Z2-7]+)<");
  private static final Pattern LINK = Pattern.compile("(/invitation#[A-Za-z0-9_-]{43})");
  private static final Pattern GRANT =
      Pattern.compile("<code>([A-Z2-7]{4}(?:-[A-Z2-7]{4}){3})</code>");

  @Override
  public String name() {
    return "links";
  }

  @Override
  public String promise() {
    return "A link to an account makes one, however many use it at once; a code opens one session";
  }

  @Override
  public Tally run(Effort effort, Path folder, Watcher watcher) throws Exception {
    Tally tally = new Tally();
    int runs = Math.min(effort.runs(), MOST_RUNS);
    for (int run = 0; run < runs; run++) {
      watcher.at(run, runs);
      Workspace workspace = new Workspace(folder.resolve("workspace-" + run));
      try (LoadedConsole console = LoadedConsole.start(workspace, 10)) {
        new Unit(console, tally).attack();
      }
    }
    return tally;
  }

  /**
   * An account that somebody made.
   *
   * @param sent the code that it was made with
   */
  private record Made(String name, OneTimeCode code, String sent) {}

  /** Something that several do at once. */
  @FunctionalInterface
  private interface Attempt {
    HttpResponse<String> by(int number) throws Exception;
  }

  /** A unit that begins with nobody. */
  private record Unit(LoadedConsole console, Tally tally) {
    void attack() throws Exception {
      List<String> paths = console.firstAccountPaths();
      List<Made> admins = new ArrayList<>();
      for (int i = 0; i < paths.size(); i++) {
        String name = "admin-" + (char) ('a' + i) + "-";
        admins.addAll(useAtOnce("first links", paths.get(i), name, ""));
      }
      requireAccounts(admins.size());
      if (admins.size() != 2) {
        return;
      }
      console.pass(LATER);
      ConsoleVisitor asker = signedIn(admins.getFirst());
      ConsoleVisitor granter = signedIn(admins.getLast());
      console.pass(LATER);
      Map<String, String> invitation = new HashMap<>(proof(admins.getFirst()));
      invitation.putAll(Map.of("name", "nina", "role", "analyst"));
      asker.post("/accounts/invitations", invitation);
      console.pass(LATER);
      Map<String, String> grant = new HashMap<>(proof(admins.getLast()));
      grant.put("decision", "grant");
      String code = group(GRANT, granter.post("/accounts/requests/1", grant).body());
      String link = group(LINK, asker.post("/accounts/requests/1/link", Map.of()).body());
      List<Made> invited = useAtOnce("invitations", link, "nina", code);
      requireAccounts(3);
      if (invited.size() == 1) {
        spend(invited.getFirst());
      }
    }

    /** Opens a link in several browsers, sends all their forms at once, and judges the answers. */
    private List<Made> useAtOnce(String what, String path, String name, String grant)
        throws Exception {
      List<ConsoleVisitor> visitors = new ArrayList<>();
      List<Made> accounts = new ArrayList<>();
      String token = path.substring(path.indexOf('#') + 1);
      String page = path.substring(0, path.indexOf('#'));
      boolean isNamed = !grant.isEmpty();
      for (int i = 0; i < AT_ONCE; i++) {
        ConsoleVisitor visitor = console.nobody();
        visitor.get(page);
        String shown = visitor.post(page, Map.of("token", token, "grant", grant)).body();
        visitors.add(visitor);
        OneTimeCode code = new OneTimeCode(group(SECRET, shown));
        String sent = code.at(console.clock().instant());
        accounts.add(new Made(isNamed ? name : name + i, code, sent));
      }
      List<HttpResponse<String>> answers =
          atOnce(i -> {
            Map<String, String> form = new HashMap<>();
            form.put("token", token);
            form.put("grant", grant);
            form.put("name", accounts.get(i).name());
            form.put("password", PASSWORD);
            form.put("code", accounts.get(i).sent());
            return visitors.get(i).post(page, form);
          });
      List<Made> made = new ArrayList<>();
      for (int i = 0; i < AT_ONCE; i++) {
        if (answers.get(i).uri().getPath().equals("/sign-in")) {
          made.add(accounts.get(i));
        } else {
          int status = answers.get(i).statusCode();
          tally.require(status == 403, "a used link must be refused, but was %d", status);
          tally.count("refused", status == 403 ? 1 : 0);
        }
      }
      tally.count(what, 1);
      tally.count("accounts", made.size());
      tally.require(made.size() == 1, "a link must make one account, but made %d", made.size());
      return made;
    }

    /** Signs in with the code of the enrolment, and then with a fresh one several times at once. */
    private void spend(Made account) throws Exception {
      boolean isOpen = isSignedIn(signIn(account, account.sent()));
      tally.require(!isOpen, "the code of an enrolment must be spent, but opened a session");
      tally.count("spent codes tried", 1);
      console.pass(LATER);
      String code = codeOf(account);
      long open =
          atOnce(i -> signIn(account, code)).stream().filter(answer -> isSignedIn(answer)).count();
      tally.count("sign-ins", AT_ONCE);
      tally.count("sessions", open);
      tally.require(open == 1, "a code must open one session, but opened %d", open);
    }

    private HttpResponse<String> signIn(Made account, String code) throws Exception {
      ConsoleVisitor visitor = console.nobody();
      visitor.get("/sign-in");
      return visitor.post(
          "/sign-in", Map.of("name", account.name(), "password", PASSWORD, "code", code));
    }

    private static boolean isSignedIn(HttpResponse<String> answer) {
      return answer.statusCode() == 200 && !answer.uri().getPath().equals("/sign-in");
    }

    private ConsoleVisitor signedIn(Made account) throws Exception {
      ConsoleVisitor visitor = console.nobody();
      visitor.signIn(account.name(), PASSWORD, codeOf(account));
      return visitor;
    }

    private Map<String, String> proof(Made account) {
      return Map.of("password", PASSWORD, "code", codeOf(account));
    }

    private String codeOf(Made account) {
      return account.code().at(console.clock().instant());
    }

    private void requireAccounts(int expected) {
      try (CaseDatabase database =
          CaseDatabase.open(console.workspace().database(), Console.SCHEMA)) {
        List<Account> all = new Accounts(database, console.clock()).all();
        long admins = all.stream().filter(one -> one.roles().contains(Role.ADMIN)).count();
        tally.require(
            all.size() == expected && admins <= 2,
            "there must be %d accounts, two of admins, but are %d, and %d admins",
            expected,
            all.size(),
            admins);
      }
    }
  }

  private static List<HttpResponse<String>> atOnce(Attempt attempt) throws Exception {
    CountDownLatch all = new CountDownLatch(AT_ONCE);
    List<HttpResponse<String>> answers = new ArrayList<>();
    try (ExecutorService threads = Executors.newFixedThreadPool(AT_ONCE)) {
      List<Future<HttpResponse<String>>> running = new ArrayList<>();
      for (int i = 0; i < AT_ONCE; i++) {
        int number = i;
        running.add(
            threads.submit(() -> {
              all.countDown();
              all.await();
              HttpResponse<String> answer = attempt.by(number);
              // Whoever is sent away, since too many passwords are hashed at once, comes again.
              while (answer.statusCode() == 503) {
                answer = attempt.by(number);
              }
              return answer;
            }));
      }
      for (Future<HttpResponse<String>> one : running) {
        answers.add(one.get());
      }
    }
    return answers;
  }

  private static String group(Pattern pattern, String page) {
    Matcher found = pattern.matcher(page);
    if (!found.find()) {
      throw new IllegalStateException("a page must hold " + pattern + ", but doesn't");
    }
    return found.group(1);
  }
}
