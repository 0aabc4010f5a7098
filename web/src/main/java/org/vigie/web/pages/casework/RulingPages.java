package org.vigie.web.pages.casework;

import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.vigie.advert.ClusterProfile;
import org.vigie.casework.Ruling;
import org.vigie.casework.Rulings;
import org.vigie.pipeline.cluster.ClusterRuling.Kind;
import org.vigie.search.AdvertIndex;
import org.vigie.text.safe.Words;
import org.vigie.web.Access;
import org.vigie.web.Act;
import org.vigie.web.Answer;
import org.vigie.web.Route;
import org.vigie.web.Visit;
import org.vigie.web.pages.part.EvidenceText;
import org.vigie.web.pages.part.Grounds;
import org.vigie.web.pages.part.LiveIndex;
import org.vigie.web.pages.part.NotFound;
import org.vigie.web.pages.part.Paths;
import org.vigie.web.pages.part.Piece;

/**
 * Where people say which adverts belong together: the stream keeps to it from its next start on,
 * until somebody undoes it.
 */
public final class RulingPages {
  /** Adverts of the largest cluster that is ruled on, since a ruling names each. */
  static final int MOST_ADVERTS = 5_000;

  private final LiveIndex index;
  private final Rulings rulings;

  public RulingPages(LiveIndex index, Rulings rulings) {
    this.index = index;
    this.rulings = rulings;
  }

  /**
   * A ruling in a list.
   *
   * @param path of its own address
   * @param kind label of what was said
   * @param said who said it, and why
   * @param adverts how many it is about
   * @param undone that it was undone
   */
  public record Row(
      String path, String kind, Said said, String cluster, int adverts, Undone undone) {
    static Row of(Ruling ruling) {
      return of(ruling, new Undone("", List.of()));
    }

    static Row of(Rulings.Undoing undoing) {
      return of(
          undoing.undone(),
          new Undone(
              Words.minute(undoing.at()) + " " + undoing.account(),
              new EvidenceText(undoing.why()).pieces()));
    }

    private static Row of(Ruling ruling, Undone undone) {
      return new Row(
          "/rulings/" + ruling.number(),
          label(ruling.kind()),
          new Said(
              Words.minute(ruling.at()), ruling.account(), new EvidenceText(ruling.why()).pieces()),
          ruling.cluster(),
          ruling.adverts().size(),
          undone);
    }

    /** Returns the path of the cluster's page, which may be no more. */
    public String clusterPath() {
      return Paths.cluster(cluster);
    }
  }

  /** Who said what they said, and why. */
  public record Said(String at, String account, List<Piece> why) {}

  /**
   * That a ruling was undone.
   *
   * @param by who undid it and when, or empty
   * @param why the grounds for that
   */
  public record Undone(String by, List<Piece> why) {}

  public List<Route> routes() {
    Access readers = Access.ofReaders();
    return List.of(
        Route.get("/rulings", readers, Act.CONSULTATION, this::list),
        Route.post("/rulings/{id}/undoing", readers, Act.ALTERATION, this::undo),
        Route.post("/clusters/{id}/rulings", readers, Act.ALTERATION, this::rule));
  }

  /** Returns the rulings that hold and were made of a cluster under its present name. */
  public List<Row> on(String cluster) {
    return rulings.inEffect().stream()
        .filter(ruling -> ruling.cluster().equals(cluster))
        .map(Row::of)
        .toList();
  }

  /** Returns the name of a kind in forms and in phrases. */
  public static String label(Kind kind) {
    return kind.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  private Answer list(Visit visit) {
    return Answer.page(
        "rulings",
        Map.of(
            "rulings", rulings.inEffect().stream().map(Row::of).toList(),
            "undone", rulings.undone().stream().map(Row::of).toList()));
  }

  /**
   * The adverts of a cluster as it is now.
   *
   * @param adverts ids, of which there may be one too many
   */
  private record Members(String cluster, List<String> adverts) {}

  private Answer rule(Visit visit) throws IOException {
    Optional<Kind> kind =
        Stream.of(Kind.values()).filter(k -> label(k).equals(visit.form("ruling"))).findFirst();
    Optional<Members> cluster = members(visit.path("id"));
    if (cluster.isEmpty()) {
      return NotFound.answer();
    }
    String why = visit.form("why").strip();
    if (kind.isEmpty() || why.length() < Grounds.SHORTEST) {
      return Grounds.tooShort();
    }
    if (cluster.get().adverts().size() > MOST_ADVERTS) {
      return problem("ruling.too-large");
    }
    return switch (kind.get()) {
      case NO_CAMPAIGN ->
          kept(visit, kind.get(), cluster.get(), cluster.get().adverts(), List.of());
      case APART -> apart(visit, cluster.get());
      case TOGETHER -> together(visit, cluster.get());
    };
  }

  private Answer apart(Visit visit, Members cluster) {
    List<String> ticked = visit.forms("advert");
    List<String> out = cluster.adverts().stream().filter(ticked::contains).toList();
    List<String> in = cluster.adverts().stream().filter(id -> !ticked.contains(id)).toList();
    return out.isEmpty() || in.isEmpty()
        ? problem("ruling.tick")
        : kept(visit, Kind.APART, cluster, out, in);
  }

  private Answer together(Visit visit, Members cluster) throws IOException {
    Optional<Members> other = members(visit.form("cluster").strip());
    if (other.isEmpty() || other.get().cluster().equals(cluster.cluster())) {
      return problem("ruling.other");
    }
    List<String> one = List.of(cluster.adverts().getFirst(), other.get().adverts().getFirst());
    return kept(visit, Kind.TOGETHER, cluster, one, List.of());
  }

  private Answer kept(
      Visit visit, Kind kind, Members cluster, List<String> adverts, List<String> others) {
    rulings.add(
        visit.account().name(),
        kind,
        cluster.cluster(),
        adverts,
        others,
        visit.form("why").strip());
    return new Answer.SeeOther("/rulings");
  }

  private Answer undo(Visit visit) {
    Optional<Ruling> known = rulings.find(visit.path("id"));
    if (known.isEmpty()) {
      return NotFound.answer();
    }
    String why = visit.form("why").strip();
    if (why.length() < Grounds.SHORTEST) {
      return Grounds.tooShort();
    }
    rulings.undo(visit.account().name(), known.get(), why);
    return new Answer.SeeOther("/rulings");
  }

  private Optional<Members> members(String id) throws IOException {
    return index.read(adverts -> members(adverts, id)).flatMap(members -> members);
  }

  private static Optional<Members> members(AdvertIndex adverts, String id) throws IOException {
    Optional<ClusterProfile> cluster = adverts.findCluster(id);
    if (cluster.isEmpty()) {
      return Optional.empty();
    }
    String name = cluster.get().id();
    List<String> ids =
        adverts.newestAdverts(Paths.term("cluster", name), MOST_ADVERTS + 1).stream()
            .map(found -> found.advert().id())
            .sorted()
            .toList();
    return ids.isEmpty() ? Optional.empty() : Optional.of(new Members(name, ids));
  }

  private static Answer problem(String phrase) {
    return Answer.Page.error(422, phrase);
  }
}
