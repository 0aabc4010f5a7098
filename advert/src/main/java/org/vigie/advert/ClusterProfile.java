package org.vigie.advert;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What is known of one micro-cluster: adverts with nearly the same text.
 *
 * @param id {@code c-} and the digits of the smallest id of its adverts
 * @param size number of different adverts
 * @param firstSeen earliest event time of its adverts
 * @param lastSeen latest event time of its adverts
 * @param contacts {@link Contact#key} → number of adverts that name it
 * @param places declared place → number of adverts
 * @param countries declared country → number of adverts
 * @param sites site → number of adverts
 * @param channels channel label → number of adverts
 * @param languages language → number of adverts
 * @param advertIndicators indicator id → number of adverts that show it
 * @param indicators indicators that only the cluster as a whole shows
 * @param evidence where the adverts' indicators stand, an example each, in order of indicators
 * @param models version of a model that assessed adverts → number of adverts
 * @param pace how many adverts came a day
 * @param highestRisk highest risk probability among its adverts; 0 if none was assessed
 * @param meanRisk mean risk probability of those of its adverts that were assessed; null if none
 *     was
 * @param template the text in common; empty where it wasn't asked for
 * @param persons number of persons that its adverts name, or 0 if that can't be told
 * @param assessment what the model of groups makes of it; null if none is in use
 */
public record ClusterProfile(
    String id,
    long size,
    Instant firstSeen,
    Instant lastSeen,
    Map<String, Long> contacts,
    Map<String, Long> places,
    Map<String, Long> countries,
    Map<String, Long> sites,
    Map<String, Long> channels,
    Map<String, Long> languages,
    Map<String, Long> advertIndicators,
    List<Indicator> indicators,
    List<Evidence> evidence,
    Map<String, Long> models,
    Pace pace,
    double highestRisk,
    @Nullable Double meanRisk,
    Template template,
    long persons,
    @Nullable GroupAssessment assessment) {
  /** Code of the detail of an indicator that contacts of the cluster show, and not its adverts. */
  private static final String OVER_CONTACTS = "over-contacts";

  /** How the detail of such an indicator begins, which an earlier release wrote without a code. */
  private static final String OF_CONTACTS = "over all adverts of ";

  public ClusterProfile {
    contacts = Map.copyOf(contacts);
    places = Map.copyOf(places);
    countries = Map.copyOf(countries);
    sites = Map.copyOf(sites);
    channels = Map.copyOf(channels);
    languages = Map.copyOf(languages);
    advertIndicators = Map.copyOf(advertIndicators);
    indicators = List.copyOf(indicators);
    // A cluster that was written before these were kept has none.
    evidence = evidence == null ? List.of() : List.copyOf(evidence);
    models = models == null ? Map.of() : Map.copyOf(models);
    pace = pace == null ? Pace.none() : pace;
    // An earlier release wrote 0 where nothing was assessed, which no model says.
    meanRisk = meanRisk != null && meanRisk == 0 ? null : meanRisk;
  }

  /** A cluster whose adverts name nobody and which no model has assessed. */
  public ClusterProfile(
      String id,
      long size,
      Instant firstSeen,
      Instant lastSeen,
      Map<String, Long> contacts,
      Map<String, Long> places,
      Map<String, Long> countries,
      Map<String, Long> sites,
      Map<String, Long> channels,
      Map<String, Long> languages,
      Map<String, Long> advertIndicators,
      List<Indicator> indicators,
      List<Evidence> evidence,
      Map<String, Long> models,
      Pace pace,
      double highestRisk,
      @Nullable Double meanRisk,
      Template template) {
    this(
        id,
        size,
        firstSeen,
        lastSeen,
        contacts,
        places,
        countries,
        sites,
        channels,
        languages,
        advertIndicators,
        indicators,
        evidence,
        models,
        pace,
        highestRisk,
        meanRisk,
        template,
        0,
        null);
  }

  /**
   * Returns the detail of an indicator that contacts of a cluster show over all of their adverts,
   * those elsewhere included.
   *
   * @param contacts how many do
   */
  public static Finding ofContacts(int contacts) {
    return Finding.of(OVER_CONTACTS).with("contacts", contacts);
  }

  /** Returns whether an indicator of a cluster is one that its contacts show. */
  public static boolean isOfContacts(Indicator indicator) {
    return indicator.finding().code().equals(OVER_CONTACTS)
        || indicator.detail().startsWith(OF_CONTACTS);
  }

  /** Returns how many of its adverts were assessed. */
  public long assessedAdverts() {
    return models.values().stream().mapToLong(Long::longValue).sum();
  }

  /** Returns the cluster with what the model of groups makes of it. */
  public ClusterProfile assessed(@Nullable GroupAssessment made) {
    return copy(template, made);
  }

  /** Returns the cluster with the text that its adverts have in common. */
  public ClusterProfile with(Template made) {
    return copy(made, assessment);
  }

  private ClusterProfile copy(Template otherTemplate, @Nullable GroupAssessment otherAssessment) {
    return new ClusterProfile(
        id,
        size,
        firstSeen,
        lastSeen,
        contacts,
        places,
        countries,
        sites,
        channels,
        languages,
        advertIndicators,
        indicators,
        evidence,
        models,
        pace,
        highestRisk,
        meanRisk,
        otherTemplate,
        persons,
        otherAssessment);
  }

  /**
   * Returns how organised its adverts are: the share of their description that the template saves,
   * in [0, 1), with all of them reckoned to be as the ones that it was made of.
   */
  public double compression() {
    return template.length().saved(size);
  }

  /** Returns the channel that most of its adverts stand in, the alphabetically first of equals. */
  public String mainChannel() {
    return channels.entrySet().stream()
        .min(
            Map.Entry.<String, Long>comparingByValue()
                .reversed()
                .thenComparing(Map.Entry.comparingByKey()))
        .map(Map.Entry::getKey)
        .orElse("");
  }
}
