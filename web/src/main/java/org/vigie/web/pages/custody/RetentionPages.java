package org.vigie.web.pages.custody;

import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.vigie.advert.AssessedAdvert;
import org.vigie.casework.RetentionDecision;
import org.vigie.casework.RetentionDecisions;
import org.vigie.casework.config.RetentionSettings;
import org.vigie.casework.people.Role;
import org.vigie.casework.retention.Hold;
import org.vigie.casework.retention.Limit;
import org.vigie.casework.retention.Overdue;
import org.vigie.casework.retention.RetentionReview;
import org.vigie.pipeline.workspace.Workspace;
import org.vigie.text.safe.Words;
import org.vigie.web.Access;
import org.vigie.web.Act;
import org.vigie.web.Answer;
import org.vigie.web.Route;
import org.vigie.web.Visit;
import org.vigie.web.pages.part.Grounds;
import org.vigie.web.pages.part.LiveIndex;
import org.vigie.web.pages.part.NotFound;
import org.vigie.web.pages.part.Paths;
import org.vigie.web.pages.part.StepUp;

/**
 * How long what is kept, and what is held beyond that: a reviewer keeps it until the next review or
 * lets it go. The pages erase nothing: {@code ./vigie retention --apply} does.
 */
public final class RetentionPages {
  private static final int MOST_LISTED = 200;

  private final Workspace workspace;
  private final RetentionSettings settings;
  private final RetentionDecisions decisions;
  private final LiveIndex index;
  private final StepUp stepUp;

  public RetentionPages(
      Workspace workspace,
      RetentionSettings settings,
      RetentionDecisions decisions,
      LiveIndex index,
      StepUp stepUp) {
    this.workspace = workspace;
    this.settings = settings;
    this.decisions = decisions;
    this.index = index;
    this.stepUp = stepUp;
  }

  /**
   * A limit with how many adverts are within it.
   *
   * @param days how long an advert is kept
   */
  public record Kind(String name, long days, long kept) {}

  /**
   * An advert whose time is up.
   *
   * @param path of its page
   * @param limit name of its limit
   * @param holder name of the phrase of what holds it
   * @param who whose decision it was, or empty
   */
  public record Row(
      String advert,
      String path,
      String limit,
      String collected,
      String since,
      String holder,
      String who) {
    static Row of(Overdue overdue, Hold hold) {
      return new Row(
          overdue.advert(),
          Paths.advert(overdue.advert()),
          overdue.limit().label(),
          Words.day(overdue.collected()),
          Words.day(overdue.since()),
          hold.kind().label(),
          hold.who());
    }
  }

  /**
   * What the page shows.
   *
   * @param more adverts that wait and aren't listed
   * @param last what the limits said when they were last looked at
   */
  public record View(
      long reviewDays, List<Kind> kinds, List<Row> waiting, long more, Review last) {}

  /**
   * What the limits said when they were last looked at.
   *
   * @param at minute, or empty if they never were
   * @param next day on which the next advert's time is up, or empty
   */
  public record Review(String at, long expired, long reviewed, String next, long cases) {
    static Review of(Optional<RetentionReview> review) {
      return new Review(
          review.map(found -> Words.minute(found.at())).orElse(""),
          review.map(found -> (long) found.expired().size()).orElse(0L),
          review.map(RetentionReview::reviewed).orElse(0L),
          review.flatMap(found -> Optional.ofNullable(found.next())).map(Words::day).orElse(""),
          review.map(found -> (long) found.cases().size()).orElse(0L));
    }
  }

  public List<Route> routes() {
    return List.of(
        Route.get(
            "/retention", Access.ofReaders(), Act.CONSULTATION, visit -> page(200, visit, "")),
        Route.post("/retention", Access.of(Role.REVIEWER), Act.ALTERATION, this::decide));
  }

  /** Returns the day on which an advert's time is up, unless it is collected again. */
  public String end(AssessedAdvert advert) {
    return Words.day(advert.advert().seenAt().plus(Limit.of(advert).of(settings)));
  }

  private Answer page(int status, Visit visit, String problem) throws IOException {
    return new Answer.Page(
        status,
        "retention",
        Map.of(
            "view",
            view(RetentionReview.find(workspace)),
            "advert",
            visit.query("advert"),
            "problem",
            problem,
            "proof",
            stepUp.proof(visit, "/retention")));
  }

  private View view(Optional<RetentionReview> review) {
    List<Kind> kinds = new ArrayList<>();
    for (Limit limit : Limit.values()) {
      kinds.add(
          new Kind(
              limit.label(),
              limit.of(settings).toDays(),
              review.map(found -> found.kept().getOrDefault(limit, 0L)).orElse(0L)));
    }
    List<Row> waiting =
        review.stream()
            .flatMap(
                found -> found.waiting().stream().filter(one -> isStillWaiting(one, found.at())))
            .flatMap(one -> Stream.ofNullable(one.hold()).map(hold -> Row.of(one, hold)))
            .toList();
    return new View(
        settings.review(),
        kinds,
        waiting.stream().limit(MOST_LISTED).toList(),
        Math.max(0, waiting.size() - MOST_LISTED),
        Review.of(review));
  }

  /** What was decided since then waits no longer. */
  private boolean isStillWaiting(Overdue overdue, Instant looked) {
    return decisions
        .find(overdue.advert())
        .map(RetentionDecision::at)
        .filter(at -> !at.isBefore(looked))
        .isEmpty();
  }

  /** An advert that is in no index, since it may concern a minor, is known by what waits. */
  private boolean isKnown(String advert) throws IOException {
    return RetentionReview.find(workspace).map(RetentionReview::waiting).orElse(List.of()).stream()
            .anyMatch(overdue -> overdue.advert().equals(advert))
        || index
            .read(adverts -> adverts.findAdvert(advert))
            .flatMap(found -> found)
            .filter(found -> found.advert().id().equals(advert))
            .isPresent();
  }

  private Answer decide(Visit visit) throws IOException {
    String why = visit.form("why").strip();
    boolean kept = visit.form("decision").equals("keep");
    if (!kept && !visit.form("decision").equals("let-go")) {
      return NotFound.answer();
    }
    if (why.length() < Grounds.SHORTEST) {
      return page(422, visit, "error.grounds");
    }
    Map<String, Boolean> adverts = new LinkedHashMap<>();
    for (String advert : visit.forms("advert")) {
      adverts.put(advert.strip(), isKnown(advert.strip()));
    }
    if (adverts.isEmpty() || adverts.containsValue(false)) {
      return page(422, visit, "erasure.unknown");
    }
    Optional<String> hindrance = kept ? Optional.empty() : stepUp.hindrance(visit);
    if (hindrance.isPresent()) {
      return page(403, visit, hindrance.get());
    }
    adverts.keySet().forEach(advert -> decisions.decide(visit.account().name(), advert, kept, why));
    return new Answer.SeeOther("/retention");
  }
}
