package org.vigie.training.name;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.function.ToIntFunction;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import opennlp.tools.ml.maxent.quasinewton.QNModel;
import opennlp.tools.ml.maxent.quasinewton.QNTrainer;
import opennlp.tools.ml.model.Event;
import opennlp.tools.ml.model.OnePassDataIndexer;
import opennlp.tools.namefind.BioCodec;
import opennlp.tools.namefind.NameFinderEventStream;
import opennlp.tools.util.ObjectStream;
import opennlp.tools.util.ObjectStreamUtils;
import opennlp.tools.util.TrainingParameters;
import org.vigie.advert.PersonName;
import org.vigie.advert.Place;
import org.vigie.advert.Span;
import org.vigie.classifier.name.NameCues;
import org.vigie.classifier.name.NameFeatures;
import org.vigie.classifier.name.NameFinder;
import org.vigie.classifier.name.NameList;
import org.vigie.classifier.name.NameModel;
import org.vigie.classifier.name.NameReader;
import org.vigie.classifier.place.PlaceFinder;
import org.vigie.classifier.registry.ExpectedScoresFile;
import org.vigie.classifier.registry.Manifest;
import org.vigie.text.NormalizedText;
import org.vigie.text.Word;
import org.vigie.text.Words;

/**
 * The training of the name finder on synthetic sentences: measures on others, of templates and
 * names apart, and writes the same bytes each time.
 */
public final class NameTraining {
  private static final long SEED = 1;
  private static final int SENTENCES_PER_TEMPLATE = 40;
  private static final int MEASURED_PER_TEMPLATE = 40;
  private static final int ITERATIONS = 100;
  private static final int CUTOFF = 4;
  private static final double L2 = 0.5;

  /** So many names are trained on as if unlisted, so that the words beside names count. */
  private static final double UNLISTED = 0.2;

  private static final Pattern MODEL = Pattern.compile("[a-z][a-z0-9-]{0,59}+");

  private final Path models;
  private final NameList list;
  private final NameCues cues;
  private final PlaceFinder places;
  private final NameTemplates templates;

  private NameTraining(
      Path models, NameList list, NameCues cues, PlaceFinder places, NameTemplates templates) {
    this.models = models;
    this.list = list;
    this.cues = cues;
    this.places = places;
    this.templates = templates;
  }

  /** Reads the lists and sentences of a models folder. */
  public static NameTraining of(Path models) throws IOException {
    return new NameTraining(
        models,
        NameList.load(models),
        NameCues.load(models),
        PlaceFinder.load(models),
        NameTemplates.load(models));
  }

  /**
   * Trains, measures and writes a model under the models folder; the manifest lists it, and puts it
   * in use if no name finder is yet.
   *
   * @param name the model's folder, such as {@code person-names-2}
   * @throws IllegalArgumentException if the name is not of small letters, digits and hyphens
   */
  public void train(String name) throws IOException {
    if (!MODEL.matcher(name).matches()) {
      throw new IllegalArgumentException(
          "a model's name needs 1 to 60 small letters, digits and hyphens, but was '%s'"
              .formatted(name));
    }
    Path folder = Files.createDirectories(models.resolve(name));
    train().write(folder);
    NameModel model = NameModel.read(folder);
    ExpectedScoresFile.write(ExpectedNames.compute(finder(list, model)), folder);
    Files.writeString(
        folder.resolve("card.md"),
        NameCard.of(
            name,
            measure(model, true),
            measure(model, false),
            HandWrittenNames.measure(models, model)));
    NameDataSheet.write(name, models, folder);
    Manifest manifest = Manifest.readOrEmpty(models).with(models, name);
    boolean first = !manifest.active().containsKey(NameFinder.FORM);
    (first ? manifest.withActive(NameFinder.FORM, name) : manifest).write(models);
  }

  private NameFinder finder(NameList known, NameModel model) {
    return new NameFinder(known, cues, model);
  }

  NameModel train() throws IOException {
    Random random = new Random(SEED);
    SyntheticNames maker = new SyntheticNames(list, templates, false, random);
    List<Event> events = new ArrayList<>();
    for (Map.Entry<String, List<String>> language : templates.train().entrySet()) {
      for (String template : language.getValue()) {
        for (int i = 0; i < SENTENCES_PER_TEMPLATE; i++) {
          addEvents(maker.of(template, language.getKey()), random, events);
        }
      }
    }
    TrainingParameters parameters = new TrainingParameters();
    parameters.put("Iterations", ITERATIONS);
    parameters.put("Cutoff", CUTOFF);
    parameters.put(QNTrainer.L1COST_PARAM, 0.0);
    parameters.put(QNTrainer.L2COST_PARAM, L2);
    parameters.put(QNTrainer.THREADS_PARAM, 1);
    OnePassDataIndexer indexer = new OnePassDataIndexer();
    Map<String, String> report = new HashMap<>();
    indexer.init(parameters, report);
    try (ObjectStream<Event> stream = ObjectStreamUtils.createObjectStream(events)) {
      indexer.index(stream);
    }
    QNTrainer trainer = new QNTrainer(parameters);
    trainer.init(parameters, report);
    QNModel weights = trainer.trainModel(ITERATIONS, indexer);
    return new NameModel(weights);
  }

  private void addEvents(SyntheticNames.Sentence sentence, Random random, List<Event> events) {
    NormalizedText text = NormalizedText.of(sentence.text());
    List<Word> words = Words.of(text);
    NameReader reader =
        new NameReader(
            text, words, cues, without(sentence.used(), random), towns(text, words), new BitSet());
    NameFeatures features = new NameFeatures();
    for (NameReader.Run run : reader.runs()) {
      String[] tokens = NameFinder.tokens(words, run);
      String[] outcomes =
          new BioCodec().encode(names(text, words, run, sentence.names()), run.length());
      String[][] sights = reader.sights(run);
      features.look(sights);
      events.addAll(NameFinderEventStream.generateEvents(tokens, outcomes, features));
      features.look(NameReader.withoutWords(sights));
      events.addAll(NameFinderEventStream.generateEvents(tokens, outcomes, features));
    }
  }

  private ToIntFunction<String> without(Set<String> used, Random random) {
    Set<String> unknown =
        used.stream()
            .filter(name -> random.nextDouble() < UNLISTED)
            .flatMap(name -> Words.of(NormalizedText.of(name)).stream())
            .map(Word::text)
            .collect(Collectors.toSet());
    int kind = random.nextBoolean() ? 0 : NameList.SEEN;
    return word -> unknown.contains(word) ? kind : list.kindOf(word);
  }

  private BitSet towns(NormalizedText text, List<Word> words) {
    List<Place> found = places.find(text, words, "", "", List.of());
    return NameFinder.covered(text, words, found.stream().map(Place::span).toList());
  }

  private static opennlp.tools.util.Span[] names(
      NormalizedText text, List<Word> words, NameReader.Run run, List<Span> names) {
    List<opennlp.tools.util.Span> inRun = new ArrayList<>();
    for (Span name : names) {
      int from = -1;
      int to = -1;
      for (int i = run.from(); i < run.to(); i++) {
        Span word = text.originalSpan(words.get(i).start(), words.get(i).end());
        if (word.overlaps(name)) {
          from = from < 0 ? i : from;
          to = i + 1;
        }
      }
      if (from >= 0) {
        inRun.add(new opennlp.tools.util.Span(from - run.from(), to - run.from(), "person"));
      }
    }
    return inRun.toArray(opennlp.tools.util.Span[]::new);
  }

  /** Returns what is found in sentences of templates and names that were not trained on. */
  Map<String, NameScore> measure(NameModel model, boolean listed) throws IOException {
    Random random = new Random(SEED + 1);
    SyntheticNames maker = new SyntheticNames(list, templates, true, random);
    NameList known =
        listed ? list : list.without(entry -> SyntheticNames.isApart(entry.compared()));
    NameFinder finder = finder(known, model);
    Map<String, NameScore> scores = new LinkedHashMap<>();
    for (Map.Entry<String, List<String>> language : templates.apart().entrySet()) {
      NameScore score = NameScore.none();
      for (String template : language.getValue()) {
        for (int i = 0; i < MEASURED_PER_TEMPLATE; i++) {
          score =
              score.plus(score(maker.of(template, language.getKey()), finder, language.getKey()));
        }
      }
      scores.put(language.getKey(), score);
    }
    return scores;
  }

  private NameScore score(SyntheticNames.Sentence sentence, NameFinder finder, String language) {
    NormalizedText text = NormalizedText.of(sentence.text());
    List<Word> words = Words.of(text);
    List<Place> found = places.find(text, words, "", "", List.of());
    List<Span> spans =
        finder.find(text, words, found, List.of(), language).stream()
            .map(PersonName::span)
            .toList();
    return NameScore.none().plus(spans, new HashSet<>(sentence.names()));
  }
}
