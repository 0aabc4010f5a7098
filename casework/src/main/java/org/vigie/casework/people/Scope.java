package org.vigie.casework.people;

import java.util.Arrays;
import java.util.Collection;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** What a token may do; it never may more than its account. */
public enum Scope {
  /** Searches for adverts, and reads one. */
  ADVERTS,
  /** Reads clusters. */
  CLUSTERS,
  /** Reads contacts and networks. */
  NETWORKS,
  /** Reads alerts. */
  ALERTS,
  /** Takes what a second person granted. */
  EXPORTS,
  /** Reads judgements, and the cases, saved searches and worklist of its account. */
  CASEWORK,
  /** Reads how sources fare. */
  COVERAGE,
  /** Reads how models fare. */
  MODELS,
  /** Hands in adverts, and reads none. */
  INTAKE;

  /** Returns the name in forms and in the store. */
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }

  static String labels(Collection<Scope> scopes) {
    return scopes.stream().sorted().map(Scope::label).collect(Collectors.joining(" "));
  }

  /** Finds the scope with a label. */
  public static Optional<Scope> find(String label) {
    return Arrays.stream(values()).filter(scope -> scope.label().equals(label)).findFirst();
  }

  static Set<Scope> of(String labels) {
    Set<Scope> scopes = EnumSet.noneOf(Scope.class);
    for (String label : labels.split(" ", -1)) {
      find(label).ifPresent(scopes::add);
    }
    return scopes;
  }
}
