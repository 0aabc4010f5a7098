package org.vigie.lab.architecture;

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
  TEXT(Set.of(), "com.ibm.icu."),
  FILES(Set.of()),
  CLASSIFIER(
      Set.of(TEXT, FILES),
      "opennlp.",
      "com.google.i18n.phonenumbers.",
      "com.ibm.icu.",
      "ai.djl.",
      "ai.onnxruntime.",
      "org.iban4j."),
  SEARCH(Set.of(TEXT, FILES), "org.apache.lucene."),
  CAPTURE(
      Set.of(TEXT, FILES),
      "org.jsoup.",
      "com.ibm.icu.",
      "org.apache.pdfbox.",
      "org.apache.poi.",
      "crawlercommons.",
      "org.netpreserve.",
      "org.brotli.",
      "io.airlift.compress.",
      "com.intel.gkl.",
      "com.google.zxing."),
  TRAINING(
      Set.of(TEXT, FILES, CLASSIFIER), "opennlp.", "com.google.i18n.phonenumbers.", "com.ibm.icu."),
  PIPELINE(
      Set.of(TEXT, FILES, CLASSIFIER, SEARCH, CAPTURE),
      "org.apache.flink.",
      "org.apache.kafka.",
      "io.prometheus.client.", // Flink's reporter brings it
      "org.apache.commons.csv."),
  CRAWLER(
      Set.of(TEXT, FILES, CAPTURE),
      "edu.uci.ics.crawler4j.",
      "crawlercommons.",
      "org.apache.hc.",
      "io.prometheus.",
      "org.apache.kafka.",
      "org.rocksdb."),
  EXCHANGE(
      Set.of(TEXT, FILES, CLASSIFIER, SEARCH, CAPTURE),
      "org.bouncycastle.",
      "org.apache.pdfbox.",
      "org.jsoup.",
      "com.ibm.icu."),
  CASEWORK(
      Set.of(TEXT, FILES, CLASSIFIER, SEARCH, CAPTURE, TRAINING, PIPELINE, CRAWLER, EXCHANGE),
      "com.github.difflib.",
      "com.password4j.",
      "com.nulabinc.zxcvbn.",
      "com.nimbusds.",
      "com.eatthepath.",
      "jakarta.mail.",
      "org.dhatim.",
      "org.sqlite."),
  WEB(
      Set.of(
          TEXT,
          FILES,
          CLASSIFIER,
          SEARCH,
          CAPTURE,
          TRAINING,
          PIPELINE,
          CRAWLER,
          EXCHANGE,
          CASEWORK),
      "io.javalin.",
      "jakarta.servlet.",
      "org.eclipse.jetty.",
      "gg.jte.",
      "io.nayuki."),
  PAGE(
      Set.of(FILES, CLASSIFIER, WEB),
      "org.teavm.",
      "com.ibm.icu.",
      "com.google.i18n.phonenumbers."),
  CLI(
      Set.of(
          WORLD,
          TEXT,
          FILES,
          CLASSIFIER,
          SEARCH,
          CAPTURE,
          TRAINING,
          PIPELINE,
          CRAWLER,
          EXCHANGE,
          CASEWORK,
          WEB,
          PAGE),
      "picocli.",
      "me.tongfei.",
      "crawlercommons."),
  LAB(
      Set.of(
          WORLD,
          TEXT,
          FILES,
          CLASSIFIER,
          SEARCH,
          CAPTURE,
          TRAINING,
          PIPELINE,
          CRAWLER,
          EXCHANGE,
          CASEWORK,
          WEB,
          PAGE,
          CLI),
      "picocli.",
      "com.sun.source.", // the compiler's own reading of our sources, to count them
      "org.openjdk.jmh.",
      "org.apache.lucene.", // alone, beside our use of it
      "org.apache.flink.",
      "org.apache.kafka.",
      "com.google.i18n.phonenumbers.",
      "com.networknt.schema.", // partners' authorities have written schemas and shapes
      "org.apache.jena.",
      "org.apache.commons.csv.", // they read what we write, too
      "org.verapdf.",
      "gov.loc.repository.bagit.",
      "org.w3c.dom.",
      "org.xml.sax.",
      "org.jsoup.", // alone, beside what capture reads of a page
      "com.sun.net.httpserver.", // where hostile pages are led away
      "io.nayuki."); // draws the codes that capture must read

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
