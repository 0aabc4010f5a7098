package org.vigie.lab.load;

import java.io.IOException;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.vigie.advert.Mandate;
import org.vigie.casework.config.DisclosureSettings;
import org.vigie.casework.config.RetentionSettings;
import org.vigie.casework.config.WebSettings;
import org.vigie.casework.mandate.AuditLog;
import org.vigie.casework.mandate.AuditSeal;
import org.vigie.casework.mandate.AuditTrail;
import org.vigie.casework.mandate.SyntheticMandate;
import org.vigie.casework.meaning.Translations;
import org.vigie.casework.models.ApprovedModels;
import org.vigie.casework.people.Accounts;
import org.vigie.casework.people.CaseDatabase;
import org.vigie.casework.people.OneTimeCode;
import org.vigie.casework.people.Role;
import org.vigie.cli.progress.Display;
import org.vigie.pipeline.workspace.Workspace;
import org.vigie.search.SearchRequest;
import org.vigie.web.pages.Console;
import org.vigie.web.pages.ConsoleDependencies;
import org.vigie.web.pages.part.LiveIndex;

/**
 * Analysts who look at pages while adverts are indexed, all in this process: what they wait for is
 * the whole way of a page, with its gate, its durable line in the audit log and its template.
 */
public final class ConsoleLoad {
  private static final String PASSWORD = "a sentence for measuring";
  private static final Duration TIMEOUT = Duration.ofSeconds(5);

  /** As often as the stream commits by default. */
  private static final Duration COMMITS = Duration.ofSeconds(2);

  private static final int TICKS_A_SECOND = 10;

  /** Adverts between commits while the index is filled. */
  private static final int FILLED = 50_000;

  /** Adverts that are written between two looks at how far it is. */
  private static final int SHOWN = 1_000;

  private final Workspace workspace;
  private final Plan plan;
  private final Clock clock = Clock.systemUTC();
  private final SecureRandom random = new SecureRandom();
  private final PageLatencies latencies = new PageLatencies();
  private final AtomicInteger adverts = new AtomicInteger();
  private final AtomicBoolean isOver = new AtomicBoolean();

  public ConsoleLoad(Workspace workspace, Plan plan) {
    this.workspace = workspace;
    this.plan = plan;
  }

  /**
   * What is measured.
   *
   * @param adverts in the index at the start
   * @param analysts at work
   * @param rate adverts indexed a second meanwhile
   * @param thought mean time from a page to the next
   * @param warmUp before anything is counted
   * @param measured time that counts
   */
  public record Plan(
      int adverts, int analysts, int rate, Duration thought, Duration warmUp, Duration measured) {}

  /**
   * What came of it.
   *
   * @param indexed adverts indexed a second while it was measured
   */
  public record Result(List<PageLatencies.Spread> spreads, double indexed) {}

  /**
   * Fills the index, lets the analysts work, and returns how long they waited.
   *
   * @param filled where it is shown how much of the index there is
   */
  public Result run(Display filled) throws IOException, InterruptedException {
    OneTimeCode code = OneTimeCode.random(random);
    try (InventedIndex index = new InventedIndex(workspace, 1)) {
      fill(index, filled);
      adverts.set(index.size());
      try (Console console = Console.start(workspace, dependencies());
          LiveIndex alone = new LiveIndex(workspace.index(), clock);
          ExecutorService threads = Executors.newCachedThreadPool()) {
        List<Analyst> analysts = analysts(console, code);
        List<Future<Double>> writing = List.of(threads.submit(() -> write(index)));
        List<Future<?>> working = new ArrayList<>();
        for (Analyst analyst : analysts) {
          working.add(
              threads.submit(() -> {
                work(analyst, alone);
                return null;
              }));
        }
        try {
          Thread.sleep(plan.warmUp().plus(plan.measured()).toMillis());
        } finally {
          isOver.set(true);
        }
        for (Future<?> done : working) {
          done.get();
        }
        return new Result(latencies.spreads(), writing.getFirst().get());
      } catch (ExecutionException e) {
        throw new IOException("every page must be shown, but one wasn't", e.getCause());
      }
    }
  }

  private void fill(InventedIndex index, Display display) throws IOException {
    while (index.size() < plan.adverts()) {
      index.add(Math.min(SHOWN, plan.adverts() - index.size()));
      if (index.size() % FILLED == 0) {
        index.commit();
      }
      display.show(index.size(), plan.adverts(), "");
    }
    index.commit();
    display.say(
        "the index is filled; analysts work for %d s"
            .formatted(plan.warmUp().plus(plan.measured()).toSeconds()));
  }

  private List<Analyst> analysts(Console console, OneTimeCode code)
      throws IOException, InterruptedException {
    String server = "http://127.0.0.1:" + console.port();
    List<Analyst> analysts = new ArrayList<>();
    for (int i = 0; i < plan.analysts(); i++) {
      String name = "analyst-" + i;
      try (CaseDatabase database = CaseDatabase.open(workspace.database(), Accounts.SCHEMA)) {
        new Accounts(database, clock).add(name, EnumSet.of(Role.ANALYST), PASSWORD, code);
      }
      Analyst analyst = new Analyst(server, i, adverts::get);
      analyst.signIn(name, PASSWORD, code.at(clock.instant()));
      analysts.add(analyst);
    }
    return analysts;
  }

  private void work(Analyst analyst, LiveIndex alone) throws IOException, InterruptedException {
    long countsFrom = System.nanoTime() + plan.warmUp().toNanos();
    Thread.sleep(analyst.thought(plan.thought()).toMillis());
    while (!isOver.get()) {
      Analyst.Page page = analyst.next();
      long taken = analyst.look(page);
      boolean counts = taken >= 0 && System.nanoTime() >= countsFrom;
      if (counts) {
        latencies.add(page.kind(), taken);
      }
      String query = page.query();
      if (query != null) {
        long lucene = alone(alone, query);
        if (counts) {
          latencies.add("all searches", taken);
          latencies.add("all searches in Lucene alone", lucene);
          latencies.add(page.kind() + " in Lucene alone", lucene);
        }
      }
      Thread.sleep(analyst.thought(plan.thought()).toMillis());
    }
  }

  /** Returns the nanoseconds that Lucene alone takes for the first page of a query. */
  private static long alone(LiveIndex index, String query) throws IOException {
    SearchRequest.Order order =
        query.isEmpty() ? SearchRequest.Order.RISK : SearchRequest.Order.RELEVANCE;
    SearchRequest request = new SearchRequest(query, 0, 20, order, 0, TIMEOUT);
    return index
        .read(adverts -> {
          long start = System.nanoTime();
          adverts.inLuceneAlone(request);
          return System.nanoTime() - start;
        })
        .orElseThrow();
  }

  /** Indexes at the rate that was asked for, or as fast as it can. */
  private double write(InventedIndex index) throws IOException, InterruptedException {
    long start = System.nanoTime();
    long committed = start;
    int before = index.size();
    for (int tick = 1; !isOver.get(); tick++) {
      index.add(plan.rate() / TICKS_A_SECOND);
      if (System.nanoTime() - committed >= COMMITS.toNanos()) {
        index.commit();
        committed = System.nanoTime();
        adverts.set(index.size());
      }
      long due = start + tick * Duration.ofSeconds(1).dividedBy(TICKS_A_SECOND).toNanos();
      long early = due - System.nanoTime();
      if (early > 0) {
        Thread.sleep(Duration.ofNanos(early));
      }
    }
    return (index.size() - before) / ((System.nanoTime() - start) / 1e9);
  }

  private ConsoleDependencies dependencies() {
    Mandate mandate = SyntheticMandate.forTrial("bench", clock.instant());
    AuditSeal seal =
        new AuditSeal(
            workspace.audit().resolve("key.pem"), workspace.audit().resolve("heads.jsonl"));
    AuditLog log = new AuditLog(workspace.audit().resolve("audit.jsonl"), seal);
    return new ConsoleDependencies(
        new ConsoleDependencies.Address("127.0.0.1", 0),
        new ConsoleDependencies.Limits(TIMEOUT, Integer.MAX_VALUE, 1),
        new ConsoleDependencies.Rules(
            RetentionSettings.defaults(),
            new DisclosureSettings(1_000_000, 1_000_000),
            WebSettings.defaults()),
        new ConsoleDependencies.Models(
            workspace.models(), ApprovedModels.of(workspace), Translations.none()),
        new ConsoleDependencies.Log(
            (account, event) -> log.append(clock.instant(), account, event, mandate),
            new AuditTrail(
                workspace.audit().resolve("audit.jsonl"), seal.heads(), seal.publicKey()),
            seal),
        new ConsoleDependencies.Secrets(random, Optional.empty()),
        Optional.empty(),
        clock);
  }
}
