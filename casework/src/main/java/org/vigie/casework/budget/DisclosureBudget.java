package org.vigie.casework.budget;

import static org.vigie.casework.budget.CountedAdverts.OF_CASES;
import static org.vigie.casework.budget.CountedAdverts.OF_PEOPLE;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.vigie.casework.budget.BudgetNotice.Per;
import org.vigie.casework.budget.Taking.Outcome;
import org.vigie.casework.config.DisclosureSettings;
import org.vigie.casework.people.CaseDatabase;

/**
 * How many full adverts somebody was shown of late, or are shown for a case, by pages, programs and
 * the command line alike. The same advert again counts no more; above the budget the way is an
 * export, which a second person grants.
 */
public final class DisclosureBudget {
  /** Makes the tables. */
  public static final List<String> SCHEMA = schema();

  private static final Duration HOUR = Duration.ofHours(1);
  private static final Duration DAY = Duration.ofDays(1);

  /** Percent of a budget; that one is reached is told and written down. */
  private static final List<Integer> SHARES = List.of(80, 100);

  private final CaseDatabase database;
  private final DisclosureSettings settings;
  private final Clock clock;

  public DisclosureBudget(CaseDatabase database, DisclosureSettings settings, Clock clock) {
    this.database = database;
    this.settings = settings;
    this.clock = clock;
  }

  private static List<String> schema() {
    List<String> schema = new ArrayList<>(BudgetNotices.SCHEMA);
    schema.addAll(SnippetWindows.SCHEMA);
    for (CountedAdverts counted : CountedAdverts.values()) {
      schema.add(counted.schema());
    }
    return List.copyOf(schema);
  }

  /** Returns what a case's budget is kept by. */
  public static String ofCase(String id) {
    return "case " + id;
  }

  /** Returns what a person's budget is kept by, however they are shown adverts. */
  public static String ofAccount(String name) {
    return "account " + name;
  }

  /**
   * Counts adverts that are about to be shown, all of them or, if one budget hasn't room for all,
   * none. Case leads are told of each budget that comes to four fifths and to its end; where
   * nothing is shown, of those alone that hadn't room.
   *
   * @param who each has a budget of its own, such as an account and its token
   * @param caseId id of the case for which they are shown
   * @param adverts ids
   */
  public Taking take(List<String> who, Optional<String> caseId, Collection<String> adverts) {
    Instant now = clock.instant();
    return database.transact(db -> {
      forget(db, now.minus(DAY));
      return take(db, now, who, caseId, adverts);
    });
  }

  /**
   * What of some snippets is shown.
   *
   * @param taking what came of those that count
   * @param withheld ids of the adverts that are shown without one
   */
  public record Snippets(Taking taking, Set<String> withheld) {}

  /**
   * Counts the snippets of a list that is about to be shown, but for beginnings of texts, which are
   * free. So is a first other window of an advert's text; a further one within a day counts the
   * advert as shown in full. If one budget hasn't room for all that count, those that weren't shown
   * in full before are withheld.
   *
   * @param who as above
   * @param caseId as above
   * @param snippets id of each advert of which another window than the beginning is shown → this
   */
  public Snippets show(List<String> who, Optional<String> caseId, Map<String, String> snippets) {
    Instant now = clock.instant();
    Instant since = now.minus(DAY);
    return database.transact(db -> {
      forget(db, since);
      String from = CountedAdverts.stamp(since);
      Set<String> moved = SnippetWindows.moved(db, who, from, snippets);
      Taking taking = moved.isEmpty() ? Taking.NOTHING : take(db, now, who, caseId, moved);
      Set<String> withheld = new HashSet<>();
      for (String advert : taking.isRefused() ? moved : Set.<String>of()) {
        for (String one : who) {
          if (OF_PEOPLE.unknown(db, one, since, List.of(advert)) > 0) {
            withheld.add(advert);
          }
        }
      }
      SnippetWindows.note(db, who, CountedAdverts.stamp(now), snippets, withheld);
      return new Snippets(taking, Set.copyOf(withheld));
    });
  }

  private Taking take(
      Connection db,
      Instant now,
      List<String> who,
      Optional<String> caseId,
      Collection<String> adverts)
      throws SQLException {
    List<Use> uses = new ArrayList<>();
    for (String one : who) {
      uses.add(use(db, OF_PEOPLE, one, now.minus(HOUR), adverts, Per.HOUR, settings.perHour()));
      uses.add(use(db, OF_PEOPLE, one, now.minus(DAY), adverts, Per.DAY, settings.perDay()));
    }
    Optional<String> ofCase = caseId.map(DisclosureBudget::ofCase);
    if (ofCase.isPresent()) {
      uses.add(
          use(db, OF_CASES, ofCase.get(), Instant.EPOCH, adverts, Per.CASE, settings.perCase()));
    }
    String by = who.getFirst();
    List<BudgetNotice> refusals =
        uses.stream().filter(Use::isOver).map(use -> use.refusal(now, by)).toList();
    if (!refusals.isEmpty()) {
      BudgetNotices.noteNew(db, refusals);
      return new Taking(Outcome.of(refusals), refusals);
    }
    for (String one : who) {
      OF_PEOPLE.note(db, one, now, adverts);
    }
    if (ofCase.isPresent()) {
      OF_CASES.note(db, ofCase.get(), now, adverts);
    }
    List<BudgetNotice> reached = uses.stream().flatMap(use -> use.reached(now, by)).toList();
    return new Taking(Outcome.ADMITTED, BudgetNotices.noteNew(db, reached));
  }

  /**
   * How much of a budget is used.
   *
   * @param before how many different adverts were shown before
   * @param after how many with those to come
   */
  private record Use(String who, Per per, int most, int before, int after) {
    boolean isOver() {
      return after > most;
    }

    /** Returns what is to be told where it has no room. */
    BudgetNotice refusal(Instant at, String by) {
      return new BudgetNotice(at, who, per, (int) Math.ceilDiv(100L * after, most), by);
    }

    /** Returns what is to be told of each share that is reached now and wasn't before. */
    Stream<BudgetNotice> reached(Instant at, String by) {
      return SHARES.stream()
          .filter(share -> 100L * before < (long) share * most)
          .filter(share -> 100L * after >= (long) share * most)
          .map(share -> new BudgetNotice(at, who, per, share, by));
    }
  }

  private static Use use(
      Connection db,
      CountedAdverts counted,
      String who,
      Instant since,
      Collection<String> adverts,
      Per per,
      int most)
      throws SQLException {
    int before = counted.known(db, who, since);
    return new Use(who, per, most, before, before + counted.unknown(db, who, since, adverts));
  }

  private static void forget(Connection db, Instant before) throws SQLException {
    OF_PEOPLE.forget(db, before);
    SnippetWindows.forget(db, CountedAdverts.stamp(before));
  }
}
