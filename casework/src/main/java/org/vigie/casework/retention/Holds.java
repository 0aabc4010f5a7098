package org.vigie.casework.retention;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.vigie.advert.Alert;
import org.vigie.advert.AssessedAdvert;
import org.vigie.advert.ClusterProfile;
import org.vigie.advert.NetworkProfile;
import org.vigie.casework.Cases;
import org.vigie.casework.Restriction;
import org.vigie.casework.Restrictions;
import org.vigie.casework.RetentionDecision;
import org.vigie.casework.RetentionDecisions;
import org.vigie.casework.Subject;
import org.vigie.pipeline.workspace.Workspace;
import org.vigie.search.AdvertIndex;
import org.vigie.search.NoIndexException;

/**
 * What keeps adverts beyond their time: an open case that holds one, its cluster, one of its
 * contacts or an alert about these, a restriction of one of them, or a person who decided so. A
 * person may also let one go.
 */
final class Holds implements AutoCloseable {
  private final @Nullable AdvertIndex index;
  private final Set<String> cases;
  private final Map<String, Instant> closed;
  private final Set<String> restricted;
  private final Map<String, RetentionDecision> decisions;

  private Holds(
      @Nullable AdvertIndex index,
      Set<String> cases,
      Map<String, Instant> closed,
      Set<String> restricted,
      Map<String, RetentionDecision> decisions) {
    this.index = index;
    this.cases = cases;
    this.closed = closed;
    this.restricted = restricted;
    this.decisions = decisions;
  }

  /** Opens those of a workspace. */
  static Holds in(Workspace workspace) throws IOException {
    AdvertIndex index = index(workspace);
    Set<String> cases = new HashSet<>();
    Map<String, Instant> closed = new HashMap<>();
    for (Cases.Held item : Cases.itemsIn(workspace.database())) {
      String name = resolved(index, item.subject());
      if (item.closedAt() == null) {
        cases.add(name);
      } else {
        closed.merge(name, item.closedAt(), Holds::later);
      }
    }
    Set<String> restricted = new HashSet<>();
    for (Restriction restriction : Restrictions.inForceIn(workspace.database())) {
      restricted.add(resolved(index, restriction.subject()));
    }
    return new Holds(
        index, cases, closed, restricted, RetentionDecisions.newestIn(workspace.database()));
  }

  private static @Nullable AdvertIndex index(Workspace workspace) throws IOException {
    try {
      return AdvertIndex.open(workspace.index());
    } catch (NoIndexException e) {
      return null; // nothing was read yet
    }
  }

  /** Returns the id or key of what a subject is about, by its present name. */
  private static String resolved(@Nullable AdvertIndex index, Subject subject) throws IOException {
    if (index == null) {
      return subject.id();
    }
    String id = subject.id();
    if (subject.kind() == Subject.Kind.ALERT) {
      id = index.findAlert(id).map(Alert::subject).orElse(id);
    }
    Optional<ClusterProfile> cluster = index.findCluster(id);
    return cluster.isPresent()
        ? cluster.get().id()
        : index.findNetwork(id).map(NetworkProfile::id).orElse(id);
  }

  /** Returns the index that it looks into, if there is one. */
  Optional<AdvertIndex> index() {
    return Optional.ofNullable(index);
  }

  /** Returns what holds an advert, or nothing. */
  Optional<Hold> on(String advert) throws IOException {
    @Nullable RetentionDecision decision = decisions.get(advert);
    if (decision != null) {
      return decision.kept()
          ? Optional.of(Hold.byDecisionOf(decision.account()))
          : Optional.empty();
    }
    if (cases.isEmpty() && restricted.isEmpty()) {
      return Optional.empty();
    }
    Set<String> names = namesOf(advert);
    if (names.stream().anyMatch(restricted::contains)) {
      return Optional.of(Hold.BY_RESTRICTION);
    }
    return names.stream().anyMatch(cases::contains) ? Optional.of(Hold.BY_CASE) : Optional.empty();
  }

  /** Returns when the last case was closed that held an advert, if none that does is open. */
  Optional<Instant> closedWith(String advert) throws IOException {
    if (closed.isEmpty()) {
      return Optional.empty();
    }
    Set<String> names = namesOf(advert);
    return names.stream().anyMatch(cases::contains)
        ? Optional.empty()
        : names.stream().flatMap(name -> Stream.ofNullable(closed.get(name))).reduce(Holds::later);
  }

  private static Instant later(Instant one, Instant other) {
    return other.isAfter(one) ? other : one;
  }

  private Set<String> namesOf(String advert) throws IOException {
    Set<String> names = new LinkedHashSet<>(List.of(advert));
    if (index != null) {
      index.findClusterOf(advert).map(ClusterProfile::id).ifPresent(names::add);
      Optional<AssessedAdvert> found = index.findAdvert(advert);
      if (found.isPresent()) {
        found.get().contacts().forEach(contact -> names.add(contact.key()));
      }
      index.findNetworkOf(advert).map(NetworkProfile::id).ifPresent(names::add);
    }
    return names;
  }

  /** Returns whether a person decided not long ago that an advert is kept. */
  boolean isReviewed(String advert, Instant now, Duration untilReview) {
    @Nullable RetentionDecision decision = decisions.get(advert);
    return decision != null && decision.kept() && now.isBefore(decision.at().plus(untilReview));
  }

  @Override
  public void close() throws IOException {
    if (index != null) {
      index.close();
    }
  }
}
