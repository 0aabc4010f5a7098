package org.vigie.cli.command.read;

import java.io.IOException;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.function.Function;
import java.util.stream.Stream;
import org.vigie.advert.Advert;
import org.vigie.advert.AssessedAdvert;
import org.vigie.advert.Assessment;
import org.vigie.advert.BaseRate;
import org.vigie.advert.Contact;
import org.vigie.advert.ContactType;
import org.vigie.advert.Observation;
import org.vigie.advert.Sighting;
import org.vigie.casework.environment.Environment;
import org.vigie.casework.mandate.AuditEvent;
import org.vigie.casework.meaning.ConceptLabels;
import org.vigie.casework.meaning.Glosses;
import org.vigie.casework.meaning.Translators;
import org.vigie.casework.render.AdvertView;
import org.vigie.casework.render.AtBaseRate;
import org.vigie.casework.render.GlossLines;
import org.vigie.casework.render.PlaceReader;
import org.vigie.casework.render.Style;
import org.vigie.classifier.ClusterPlace;
import org.vigie.classifier.place.CountryTowns;
import org.vigie.files.failure.Exit;
import org.vigie.search.SearchRequest;
import org.vigie.text.safe.SafeJson;
import org.vigie.text.safe.SafeText;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code vigie show}. */
@Command(name = "show", description = "Print one advert with its indicators, contacts and reasons")
public final class ShowCommand implements Callable<Integer> {
  private static final Set<Observation.Kind> EDITS =
      EnumSet.of(Observation.Kind.EDITED_FROM, Observation.Kind.EDITED_INTO);

  private final Environment environment;

  @Parameters(paramLabel = "ID", description = "An advert's id, or its site's own id for it")
  private String id = "";

  @Option(
      names = "--gloss",
      paramLabel = "CODE",
      description =
          "Language into which the words of a foreign advert are put: en or fr. Default: en")
  private String reader = "en";

  @Option(names = "--json", description = "Print it as one JSON object")
  private boolean json;

  @Mixin private Reading reading = new Reading();

  public ShowCommand(Environment environment) {
    this.environment = environment;
  }

  @Override
  public Integer call() throws Exception {
    ConceptLabels.typed("--gloss", reader);
    try (Reading.Opened opened = reading.open(environment, AuditEvent.named("show", id))) {
      TypedId named = TypedId.of(opened.index(), id);
      Optional<AssessedAdvert> found = opened.index().findAdvert(named.id());
      if (found.isEmpty()) {
        throw named.unknown("an advert must be named by its id");
      }
      AssessedAdvert advert = found.get();
      Optional<Sighting> sighting = opened.index().findHistory(advert.advert().id());
      String cluster = cluster(opened, advert.advert().id());
      Map<String, Advert> versions = versions(opened, sighting);
      opened
          .screen()
          .count(
              Stream.concat(Stream.of(advert.advert().id()), versions.keySet().stream()).toList());
      if (json) {
        Map<String, Object> all = all(advert, sighting, cluster);
        List<ClusterPlace> places =
            places(opened, advert).stream().filter(ClusterPlace::isOther).toList();
        if (!places.isEmpty()) {
          all.put("clusterPlaces", places);
        }
        opened.screen().show(List.of(SafeJson.of(all)));
      } else {
        opened
            .screen()
            .show(
                Stream.concat(
                        new AdvertView(new Style(environment.colours()), meaning(opened, advert))
                                .lines(advert, sighting, versions, cluster, places(opened, advert))
                                .stream(),
                        gloss(opened, advert).stream())
                    .toList());
        account(opened, advert.advert());
      }
    }
    return Exit.OK.code();
  }

  /** Returns the places of an advert that its cluster tells and its own text doesn't. */
  private static List<ClusterPlace> places(Reading.Opened opened, AssessedAdvert advert)
      throws IOException {
    CountryTowns towns = new CountryTowns(opened.settings().run().models());
    return new PlaceReader(opened.index(), towns).of(advert);
  }

  /** Returns what the words of a foreign advert mean, as lines. */
  private List<String> gloss(Reading.Opened opened, AssessedAdvert advert) throws IOException {
    GlossLines view = new GlossLines(new Style(environment.colours()));
    Locale language = Locale.forLanguageTag(reader);
    List<String> lines =
        new ArrayList<>(
            view.of(new Glosses(opened.settings().run().models()).of(advert, language)));
    Translators.of(reading.workspace(environment), opened.settings())
        .of(advert, language)
        .ifPresent(made -> lines.addAll(view.of(made)));
    return lines;
  }

  /** Returns what a risk comes to at the base rate of an advert's channel. */
  private static Function<Assessment, String> meaning(Reading.Opened opened, AssessedAdvert advert)
      throws IOException {
    AtBaseRate rates = AtBaseRate.read(opened.settings().run().models());
    BaseRate rate = opened.index().baseRate(advert.advert().channel().label());
    return made -> rates.of(made.riskProbability(), made.model(), rate);
  }

  /** Names the account that posted the advert if it posts several contacts. */
  private void account(Reading.Opened opened, Advert advert) throws IOException {
    String account = advert.account();
    if (!account.isEmpty()) {
      opened
          .index()
          .findContact(Contact.declared(ContactType.ACCOUNT, account).key())
          .ifPresent(profile ->
              environment
                  .out()
                  .printf(
                      "Its account posts %d contacts: %s%n",
                      profile.beside().size(), SafeText.line(profile.key())));
    }
  }

  /** Returns the adverts that this one was edited from or into. */
  private static Map<String, Advert> versions(Reading.Opened opened, Optional<Sighting> sighting)
      throws IOException {
    Map<String, Advert> versions = new LinkedHashMap<>();
    for (Observation change : sighting.map(Sighting::changes).orElse(List.of())) {
      if (EDITS.contains(change.kind())) {
        opened
            .index()
            .findAdvert(change.detail())
            .ifPresent(other -> versions.put(change.detail(), other.advert()));
      }
    }
    return versions;
  }

  private static Map<String, Object> all(
      AssessedAdvert advert, Optional<Sighting> sighting, String cluster) {
    Map<String, Object> all = new LinkedHashMap<>();
    all.put("advert", advert);
    sighting.ifPresent(seen -> all.put("sighting", seen));
    all.put("cluster", cluster);
    return all;
  }

  private static String cluster(Reading.Opened opened, String advertId) throws IOException {
    SearchRequest byId =
        new SearchRequest(
            "id:" + advertId,
            0,
            1,
            SearchRequest.Order.RISK,
            0,
            opened.settings().search().timeout());
    return opened.index().search(byId).hits().stream()
        .findFirst()
        .map(hit -> hit.cluster().id())
        .orElse("");
  }
}
