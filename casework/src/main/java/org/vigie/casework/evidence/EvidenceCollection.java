package org.vigie.casework.evidence;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.vigie.advert.Contact;
import org.vigie.advert.Escalation;
import org.vigie.advert.Mandate;
import org.vigie.casework.ExportRequest;
import org.vigie.casework.Judgement;
import org.vigie.casework.Judgements;
import org.vigie.casework.Subject;
import org.vigie.casework.people.CaseDatabase;
import org.vigie.classifier.registry.Manifest;
import org.vigie.exchange.evidence.Dossier;
import org.vigie.exchange.evidence.EvidenceItem;
import org.vigie.exchange.evidence.HumanJudgement;
import org.vigie.exchange.marking.Tlp;
import org.vigie.files.failure.UserError;
import org.vigie.pipeline.workspace.Workspace;
import org.vigie.search.AdvertIndex;
import org.vigie.search.SearchResult;
import org.vigie.text.safe.SafeText;

/** The collector of dossiers: what a granted export covers, with all that a workspace has of it. */
public final class EvidenceCollection {
  /** Above it nobody reads the report, and a page in a browser grows heavy. */
  static final int MOST = 500;

  private final Workspace workspace;
  private final AdvertIndex index;
  private final Clock clock;

  public EvidenceCollection(Workspace workspace, AdvertIndex index, Clock clock) {
    this.workspace = workspace;
    this.index = index;
    this.clock = clock;
  }

  /**
   * What a package is to be made of.
   *
   * @param granted the export that a second person granted
   * @param ids of adverts, clusters and alerts; none for all that the grant covers
   * @param madeBy who makes it
   * @param marking how far it may be passed on
   * @param keepUntil until when the recipient is to keep it; null if no day is set
   * @param software name and version of what makes it
   * @param models folder of the models
   */
  public record Wish(
      ExportRequest granted,
      CaseContents.Opened ids,
      String madeBy,
      Tlp marking,
      @Nullable LocalDate keepUntil,
      String software,
      Path models) {
    private List<String> all() {
      return Stream.concat(ids.named().stream(), ids.held().stream()).distinct().toList();
    }
  }

  /**
   * What came of a wish.
   *
   * @param dossier what goes into a package
   * @param leftOut how many minor-risk adverts of cases don't: they were neither named themselves
   *     nor stand on a page that was granted
   */
  public record Collected(Dossier dossier, long leftOut) {}

  /**
   * Collects a dossier.
   *
   * @throws UserError if something named isn't covered by the grant, or it is too much
   */
  public Collected collect(Wish wish, Mandate mandate) throws IOException {
    Quarantine quarantine = Quarantine.of(workspace);
    Map<String, List<String>> named = new LinkedHashMap<>();
    for (String id : wish.all()) {
      if (!quarantine.names(id)) {
        named.put(id, NamedAdverts.meant(index, id));
      }
    }
    boolean isAll = wish.all().isEmpty();
    GrantedHits granted = new GrantedHits(workspace.database(), wish.granted().id());
    granted.read(
        index,
        wish.granted().query(),
        hit -> isAll || named.values().stream().anyMatch(meant -> isOne(hit, meant)));
    List<SearchResult.Hit> chosen =
        isAll ? granted.hits() : chosen(granted.hits(), named, wish.granted().id());
    List<EvidenceItem> items = items(chosen, named);
    List<Escalation> pointers = quarantine.pointers(wish.ids().named(), items);
    Set<String> pointed = pointers.stream().map(Escalation::advert).collect(Collectors.toSet());
    long leftOut =
        wish.ids().held().stream()
            .filter(id -> quarantine.names(id) && !pointed.contains(id))
            .count();
    if (items.isEmpty() && pointers.isEmpty()) {
      throw UserError.ofInput(
          (leftOut > 0
                  ? "export %d must cover an advert, but what the case holds is minor-risk; name it"
                      + " by its own id"
                  : "export %d must cover an advert, but its query finds none")
              .formatted(wish.granted().id()));
    }
    return new Collected(dossier(wish, mandate, granted, items, pointers, quarantine), leftOut);
  }

  private Dossier dossier(
      Wish wish,
      Mandate mandate,
      GrantedHits granted,
      List<EvidenceItem> items,
      List<Escalation> pointers,
      Quarantine quarantine)
      throws IOException {
    return new Dossier(
        mandate,
        new Dossier.Handover(
            wish.granted().recipient(),
            wish.granted().why(),
            wish.granted().askedBy(),
            wish.granted().decision().by(),
            wish.granted().id(),
            wish.marking(),
            wish.keepUntil(),
            granted.cameLater()),
        items,
        pointers,
        quarantine.withheld(index),
        new Dossier.Making(wish.madeBy(), now(), wish.software(), models(wish.models())));
  }

  private Instant now() {
    return clock.instant().truncatedTo(java.time.temporal.ChronoUnit.SECONDS);
  }

  private static List<SearchResult.Hit> chosen(
      List<SearchResult.Hit> granted, Map<String, List<String>> named, long grant) {
    List<SearchResult.Hit> chosen = new ArrayList<>();
    named.forEach((id, meant) -> {
      List<SearchResult.Hit> hits = granted.stream().filter(hit -> isOne(hit, meant)).toList();
      if (hits.isEmpty()) {
        throw UserError.ofInput(
            "'%s' must be an advert, a cluster or an alert of adverts that export %d covers, but isn't"
                .formatted(SafeText.line(id), grant));
      }
      hits.stream().filter(hit -> !chosen.contains(hit)).forEach(chosen::add);
    });
    return chosen;
  }

  private static boolean isOne(SearchResult.Hit hit, List<String> ids) {
    return ids.contains(hit.advert().advert().id())
        || (!hit.cluster().id().isEmpty() && ids.contains(hit.cluster().id()))
        || hit.advert().contacts().stream().map(Contact::key).anyMatch(ids::contains);
  }

  private List<EvidenceItem> items(List<SearchResult.Hit> hits, Map<String, List<String>> named)
      throws IOException {
    List<EvidenceItem> items = new ArrayList<>();
    if (!Files.exists(workspace.database())) {
      for (SearchResult.Hit hit : hits) {
        items.add(item(hit, List.of()));
      }
      return items;
    }
    try (CaseDatabase database = CaseDatabase.open(workspace.database(), Judgements.SCHEMA)) {
      Judgements judgements = new Judgements(database, clock);
      for (SearchResult.Hit hit : hits) {
        items.add(item(hit, judgements(judgements, hit, named)));
      }
    }
    return items;
  }

  private static List<HumanJudgement> judgements(
      Judgements judgements, SearchResult.Hit hit, Map<String, List<String>> named) {
    List<Subject> subjects = new ArrayList<>();
    subjects.add(new Subject(Subject.Kind.ADVERT, hit.advert().advert().id()));
    if (!hit.cluster().id().isEmpty()) {
      subjects.add(new Subject(Subject.Kind.CLUSTER, hit.cluster().id()));
    }
    named.forEach((id, meant) -> {
      if (isOne(hit, meant)) {
        subjects.add(new Subject(Subject.Kind.ALERT, id));
      }
    });
    List<HumanJudgement> found = new ArrayList<>();
    for (Subject subject : subjects) {
      for (Judgement each : judgements.on(subject)) {
        found.add(
            new HumanJudgement(
                each.at(), each.account(), subject.key(), each.opinion().label(), each.why()));
      }
    }
    return found.stream().sorted(java.util.Comparator.comparing(HumanJudgement::at)).toList();
  }

  private EvidenceItem item(SearchResult.Hit hit, List<HumanJudgement> judgements)
      throws IOException {
    return new EvidenceItem(
        hit.advert(),
        index.findHistory(hit.advert().advert().id()).orElse(null),
        hit.cluster().id(),
        judgements);
  }

  /** The lists count as much as the models: a sign that is found depends on them. */
  private static SortedMap<String, String> models(Path folder) throws IOException {
    SortedMap<String, String> models = new TreeMap<>();
    if (Files.exists(folder.resolve(Manifest.NAME))) {
      Manifest manifest = Manifest.read(folder);
      models.putAll(manifest.files());
      models.putAll(manifest.tuned());
    }
    return models;
  }
}
