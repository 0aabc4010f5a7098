package org.vigie.console.architecture;

import com.tngtech.archunit.core.domain.JavaClass;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** One module of the design: what of ours it may see, and which third-party families live in it. */
enum Module {
  ADVERT(Set.of()),
  WORLD(Set.of(), "com.sun.net.httpserver."),
  CRAWLER(
      Set.of(),
      "org.jsoup.",
      "edu.uci.ics.crawler4j.",
      "crawlercommons.",
      "org.netpreserve.",
      "org.apache.hc.",
      "org.brotli.",
      "io.airlift.compress.",
      "com.intel.gkl.",
      "io.prometheus.",
      "org.apache.kafka.",
      "org.rocksdb."),
  CLASSIFIER(Set.of(), "opennlp.", "com.google.i18n.phonenumbers.", "com.ibm.icu.", "org.iban4j."),
  SEARCH(Set.of(), "org.apache.lucene."),
  PIPELINE(
      Set.of(CRAWLER, CLASSIFIER, SEARCH),
      "org.apache.flink.",
      "org.apache.kafka.",
      "io.prometheus.client.", // Flink's reporter brings it
      "org.apache.commons.csv."),
  CONSOLE(
      Set.of(PIPELINE, WORLD, CRAWLER, CLASSIFIER, SEARCH),
      "picocli.",
      "me.tongfei.",
      "com.github.difflib.",
      "io.javalin.",
      "org.eclipse.jetty.",
      "gg.jte.",
      "com.password4j.",
      "com.nimbusds.",
      "com.eatthepath.",
      "io.nayuki.",
      "jakarta.mail.",
      "org.dhatim."),
  BENCH(Set.of(PIPELINE, WORLD, CRAWLER, CLASSIFIER, SEARCH), "org.openjdk.jmh.");

  private static final String OURS = "org.vigie.";
  private static final Set<Module> WITHOUT_PLUMBING = EnumSet.of(ADVERT, WORLD);
  private static final Set<String> PLUMBING = Set.of("com.fasterxml.jackson.", "org.slf4j.");
  private static final Set<String> ANNOTATIONS = Set.of("org.jspecify.");
  private static final Set<String> JDK = Set.of("java.", "javax.", "com.sun.management.");

  private final Set<Module> seen;
  private final Set<String> families;

  Module(Set<Module> seen, String... families) {
    this.seen = seen;
    this.families = Set.of(families);
  }

  /** Returns the module that a class belongs to, or nothing if it isn't ours. */
  static Optional<Module> of(JavaClass type) {
    return Arrays.stream(values())
        .filter(module -> (type.getPackageName() + ".").startsWith(module.prefix()))
        .findFirst();
  }

  /** Returns whether classes of this module may depend on a class. */
  boolean maySee(JavaClass other) {
    JavaClass type = other.getBaseComponentType();
    if (type.isPrimitive() || startsWithAny(type, JDK) || startsWithAny(type, ANNOTATIONS)) {
      return true;
    }
    Optional<Module> module = of(type);
    if (module.isPresent()) {
      return module.get() == this || module.get() == ADVERT || seen.contains(module.get());
    }
    return startsWithAny(type, families)
        || (!WITHOUT_PLUMBING.contains(this) && startsWithAny(type, PLUMBING));
  }

  private String prefix() {
    return OURS + name().toLowerCase(Locale.ROOT) + ".";
  }

  private static boolean startsWithAny(JavaClass type, Set<String> prefixes) {
    return prefixes.stream().anyMatch(type.getName()::startsWith);
  }
}
