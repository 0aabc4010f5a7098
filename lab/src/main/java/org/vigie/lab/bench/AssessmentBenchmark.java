package org.vigie.lab.bench;

import com.google.i18n.phonenumbers.PhoneNumberMatch;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.openjdk.jmh.infra.Blackhole;
import org.vigie.advert.Advert;
import org.vigie.advert.Contact;
import org.vigie.classifier.AdvertAssessor;
import org.vigie.classifier.Taxonomy;
import org.vigie.classifier.entity.ContactFinder;
import org.vigie.classifier.indicator.IndicatorFinder;
import org.vigie.classifier.language.LanguageIdentifier;
import org.vigie.classifier.language.WholeTextDetector;
import org.vigie.classifier.place.PlaceFinder;
import org.vigie.classifier.quantity.QuantityFinder;
import org.vigie.text.NormalizedText;
import org.vigie.text.Word;
import org.vigie.text.Words;

/**
 * The cost of reading one advert of 650 characters, whole and step by step, beside two floors:
 * libphonenumber alone finding phones, OpenNLP's detector alone telling the language. The models
 * folder is {@code models} where it is started.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 4, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(1)
public class AssessmentBenchmark {
  private static final PhoneNumberUtil PHONES = PhoneNumberUtil.getInstance();

  private @Nullable Parts loaded;

  /** Reads the models and the adverts. */
  @Setup
  public void load() throws IOException {
    loaded = Parts.load(Path.of("models"));
  }

  /** All that is read from an advert. */
  @Benchmark
  @OperationsPerInvocation(SampleAdverts.SIZE)
  public void assess(Blackhole hole) {
    parts().read().forEach(read -> hole.consume(parts().assessor().assess(read.advert())));
  }

  /** Undoing disguises, which every other step needs. */
  @Benchmark
  @OperationsPerInvocation(SampleAdverts.SIZE)
  public void normalize(Blackhole hole) {
    parts().read().forEach(read -> hole.consume(NormalizedText.of(read.advert().text())));
  }

  /** Telling the language. */
  @Benchmark
  @OperationsPerInvocation(SampleAdverts.SIZE)
  public void language(Blackhole hole) {
    parts()
        .read()
        .forEach(read -> hole.consume(parts().languages().identify(read.advert().text(), "")));
  }

  /** The floor of the language: OpenNLP's own detector on the whole text. */
  @Benchmark
  @OperationsPerInvocation(SampleAdverts.SIZE)
  public void languageByOpenNlpAlone(Blackhole hole) {
    parts().read().forEach(read -> hole.consume(parts().detector().identify(read.advert().text())));
  }

  /** Published warning signs. */
  @Benchmark
  @OperationsPerInvocation(SampleAdverts.SIZE)
  public void indicators(Blackhole hole) {
    for (Read read : parts().read()) {
      hole.consume(
          parts().indicators().find(read.advert(), read.text(), read.words(), read.found()));
    }
  }

  /** Phones, addresses, links, handles, accounts and wallets, however disguised. */
  @Benchmark
  @OperationsPerInvocation(SampleAdverts.SIZE)
  public void contacts(Blackhole hole) {
    parts()
        .read()
        .forEach(read ->
            hole.consume(parts().contacts().find(read.text(), read.advert().country(), "")));
  }

  /** The floor of contacts: plain phones alone. */
  @Benchmark
  @OperationsPerInvocation(SampleAdverts.SIZE)
  public void phonesByLibphonenumberAlone(Blackhole hole) {
    for (Read read : parts().read()) {
      for (PhoneNumberMatch match :
          PHONES.findNumbers(read.advert().text(), read.advert().country())) {
        hole.consume(match);
      }
    }
  }

  /** Prices, ages and working hours. */
  @Benchmark
  @OperationsPerInvocation(SampleAdverts.SIZE)
  public void quantities(Blackhole hole) {
    for (Read read : parts().read()) {
      Advert advert = read.advert();
      hole.consume(
          parts()
              .quantities()
              .find(read.text(), read.words(), advert.language(), advert.country(), read.found()));
    }
  }

  /** Towns. */
  @Benchmark
  @OperationsPerInvocation(SampleAdverts.SIZE)
  public void places(Blackhole hole) {
    for (Read read : parts().read()) {
      hole.consume(
          parts()
              .places()
              .find(read.text(), read.words(), read.advert().country(), "", read.found()));
    }
  }

  private Parts parts() {
    return Objects.requireNonNull(loaded, "set up first");
  }

  private record Read(Advert advert, NormalizedText text, List<Word> words, List<Contact> found) {
    static Read of(Advert advert, ContactFinder contacts) {
      NormalizedText text = NormalizedText.of(advert.text());
      return new Read(advert, text, Words.of(text), contacts.find(text, advert.country(), ""));
    }
  }

  private record Parts(
      AdvertAssessor assessor,
      LanguageIdentifier languages,
      WholeTextDetector detector,
      IndicatorFinder indicators,
      ContactFinder contacts,
      QuantityFinder quantities,
      PlaceFinder places,
      List<Read> read) {
    static Parts load(Path models) throws IOException {
      ContactFinder contacts = ContactFinder.load(models);
      return new Parts(
          AdvertAssessor.load(models),
          new LanguageIdentifier(),
          new WholeTextDetector(),
          IndicatorFinder.load(models, Taxonomy.load(models)),
          contacts,
          QuantityFinder.load(models),
          PlaceFinder.load(models),
          SampleAdverts.all().stream().map(advert -> Read.of(advert, contacts)).toList());
    }
  }
}
