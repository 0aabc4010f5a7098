package org.vigie.web.pages.advert;

import java.io.IOException;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.vigie.advert.Advert;
import org.vigie.advert.AssessedAdvert;
import org.vigie.advert.NetworkProfile;
import org.vigie.advert.Observation;
import org.vigie.advert.Sighting;
import org.vigie.casework.Subject;
import org.vigie.casework.meaning.GlossWord;
import org.vigie.casework.meaning.Glosses;
import org.vigie.casework.meaning.Translations;
import org.vigie.casework.render.AtBaseRate;
import org.vigie.casework.render.PlaceReader;
import org.vigie.classifier.place.CountryTowns;
import org.vigie.search.AdvertIndex;
import org.vigie.web.Access;
import org.vigie.web.Act;
import org.vigie.web.Answer;
import org.vigie.web.Route;
import org.vigie.web.Visit;
import org.vigie.web.offer.Helpline;
import org.vigie.web.pages.casework.JudgementPages;
import org.vigie.web.pages.custody.RetentionPages;
import org.vigie.web.pages.part.Disclosures;
import org.vigie.web.pages.part.LiveIndex;
import org.vigie.web.pages.part.NotFound;

/**
 * The page of one advert: what its site says, what the machine makes of it, and where it is kept.
 */
public final class AdvertPages {
  private static final Set<Observation.Kind> EDITS =
      EnumSet.of(Observation.Kind.EDITED_FROM, Observation.Kind.EDITED_INTO);

  private final LiveIndex index;
  private final JudgementPages judgements;
  private final RetentionPages retention;
  private final Disclosures disclosures;
  private final AtBaseRate rates;
  private final Glosses glosses;
  private final Translations translations;
  private final CountryTowns towns;

  public AdvertPages(
      LiveIndex index,
      JudgementPages judgements,
      RetentionPages retention,
      Disclosures disclosures,
      AtBaseRate rates,
      Glosses glosses,
      Translations translations,
      CountryTowns towns) {
    this.towns = towns;
    this.glosses = glosses;
    this.translations = translations;
    this.rates = rates;
    this.disclosures = disclosures;
    this.index = index;
    this.judgements = judgements;
    this.retention = retention;
  }

  public List<Route> routes() {
    return List.of(Route.get("/adverts/{id}", Access.ofReaders(), Act.CONSULTATION, this::show));
  }

  private Answer show(Visit visit) throws IOException {
    return index
        .read(adverts -> view(adverts, visit))
        .flatMap(view -> view)
        .map(view -> counted(visit, view))
        .orElseGet(NotFound::answer);
  }

  /**
   * What the index holds of an advert.
   *
   * @param shown ids of all adverts whose text stands on the page: its own, and those edited from
   *     it
   * @param network id of its network, or empty
   * @param end day on which its time is up
   * @param gloss what its words mean, if it is in another language than the page
   * @param assessed the advert itself
   */
  private record Found(
      AdvertDetails advert,
      List<String> shown,
      String network,
      String end,
      List<GlossWord> gloss,
      AssessedAdvert assessed) {}

  private Answer counted(Visit visit, Found found) {
    return disclosures.hindrance(visit, found.shown()).orElseGet(() -> page(visit, found));
  }

  private Answer page(Visit visit, Found found) {
    Subject subject = new Subject(Subject.Kind.ADVERT, found.advert().id());
    return Answer.page(
        "advert",
        Map.of(
            "advert",
            found.advert(),
            "network",
            found.network(),
            "end",
            found.end(),
            "gloss",
            found.gloss(),
            "translation",
            // Only now, when nothing forbids the person to read it, does its text go to others.
            translations.of(found.assessed(), visit.phrases().language()).stream().toList(),
            "added",
            AddedField.of(found.assessed().advert()),
            "human",
            judgements.panel(visit, subject)));
  }

  private Optional<Found> view(AdvertIndex adverts, Visit visit) throws IOException {
    Optional<AssessedAdvert> found = adverts.findAdvert(visit.path("id"));
    if (found.isEmpty()) {
      return Optional.empty();
    }
    String known = found.get().advert().id();
    Optional<Sighting> history = adverts.findHistory(known);
    Map<String, Advert> versions = versions(adverts, history);
    List<String> shown = new ArrayList<>(versions.keySet());
    shown.add(known);
    return Optional.of(
        new Found(
            AdvertDetails.of(
                found.get(),
                rates,
                adverts.baseRate(found.get().advert().channel().label()),
                Helpline.builtIn(),
                history,
                versions,
                AdvertDetails.Cluster.of(
                    adverts.findClusterOf(known), new PlaceReader(adverts, towns).of(found.get()))),
            List.copyOf(shown),
            adverts.findNetworkOf(known).map(NetworkProfile::id).orElse(""),
            retention.end(found.get()),
            glosses.of(found.get(), visit.phrases().language()),
            found.get()));
  }

  /** Returns the adverts that one was edited from or into. */
  private static Map<String, Advert> versions(AdvertIndex adverts, Optional<Sighting> history)
      throws IOException {
    Map<String, Advert> versions = new LinkedHashMap<>();
    for (Observation change : history.map(Sighting::changes).orElse(List.of())) {
      if (EDITS.contains(change.kind())) {
        adverts
            .findAdvert(change.detail())
            .ifPresent(other -> versions.put(change.detail(), other.advert()));
      }
    }
    return versions;
  }
}
