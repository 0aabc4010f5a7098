package org.vigie.training.risk;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.vigie.classifier.registry.ExpectedScoresFile;
import org.vigie.classifier.registry.Manifest;
import org.vigie.classifier.risk.FormRules;
import org.vigie.classifier.sentence.SentenceCategorizer;
import org.vigie.classifier.sign.SignReader;
import org.vigie.classifier.sign.SignSampler;
import org.vigie.files.digest.Sha256;

/**
 * What a model was made of, by hash, and the command that makes it again, byte for byte.
 *
 * @param data files of adverts, by name, with the hash of each
 * @param tuned files of the models folder that its features come from, by path, with the hash of
 *     each
 * @param adverts labelled adverts trained on
 * @param risky how many of them are labelled as risky
 * @param campaigns how many campaigns they are of
 * @param command what rebuilds the model where the data is there
 */
record DataSheet(
    SortedMap<String, String> data,
    SortedMap<String, String> tuned,
    int adverts,
    int risky,
    int campaigns,
    String command) {
  static final String NAME = "data-sheet.json";

  private static final ObjectMapper JSON = new ObjectMapper();

  DataSheet {
    data = new TreeMap<>(data);
    tuned = new TreeMap<>(tuned);
  }

  /** Returns the sheet of a model trained on a set that was read from some files. */
  static DataSheet of(String name, List<Path> files, Path models, TrainingSet set)
      throws IOException {
    SortedMap<String, String> data = new TreeMap<>();
    for (Path file : files) {
      if (Files.exists(file)) {
        data.put(file.getFileName().toString(), Sha256.of(file));
      }
    }
    return new DataSheet(
        data,
        withoutForms(tuned(models)),
        set.size(),
        (int) set.adverts().stream().filter(LabelledAdvert::risk).count(),
        (int) set.adverts().stream().map(LabelledAdvert::group).distinct().count(),
        "./vigie train recruitment --data %s --name %s"
            .formatted(files.getFirst().getFileName(), name));
  }

  /** What other forms are told by makes no feature of the recruitment model. */
  private static SortedMap<String, String> withoutForms(SortedMap<String, String> tuned) {
    tuned.remove(FormRules.FILE);
    return tuned;
  }

  /** Returns whether a file is one of those that the model was made of, by its content. */
  boolean names(Path file) throws IOException {
    return data.containsValue(Sha256.of(file));
  }

  /** Returns the form that the model is of, which its command names. */
  String form() {
    String[] words = command.split(" ");
    if (words.length < 3 || !words[1].equals("train")) {
      throw new IllegalArgumentException(
          "the command of a data sheet must be ./vigie train FORM, but was " + command);
    }
    return words[2];
  }

  void write(Path folder) throws IOException {
    ObjectNode root = JSON.createObjectNode();
    root.put("command", command);
    root.put("adverts", adverts);
    root.put("risky", risky);
    root.put("campaigns", campaigns);
    ObjectNode files = root.putObject("data");
    data.forEach(files::put);
    ObjectNode lists = root.putObject("tuned");
    tuned.forEach(lists::put);
    Files.writeString(
        folder.resolve(NAME),
        JSON.writerWithDefaultPrettyPrinter().writeValueAsString(root) + "\n");
  }

  /**
   * Reads a data sheet.
   *
   * @throws IllegalArgumentException if it lacks a key; names the file
   */
  static DataSheet read(Path folder) throws IOException {
    Path file = folder.resolve(NAME);
    JsonNode root = JSON.readTree(Files.readString(file));
    for (String key : List.of("command", "adverts", "risky", "campaigns", "data", "tuned")) {
      if (!root.has(key)) {
        throw new IllegalArgumentException(file + " needs the key '" + key + "'");
      }
    }
    return new DataSheet(
        hashes(root.path("data")),
        hashes(root.path("tuned")),
        root.path("adverts").asInt(),
        root.path("risky").asInt(),
        root.path("campaigns").asInt(),
        root.path("command").asText());
  }

  private static SortedMap<String, String> hashes(JsonNode node) {
    SortedMap<String, String> hashes = new TreeMap<>();
    node.properties().forEach(entry -> hashes.put(entry.getKey(), entry.getValue().asText()));
    return hashes;
  }

  /**
   * Returns the hash of each file of the models folder that the features of adverts come from, by
   * its path: what an operator tunes, and the categoriser that signs are read through. The words
   * beside names are none of them: names of persons are shown, and make no feature of an advert.
   */
  static SortedMap<String, String> tuned(Path models) throws IOException {
    SortedMap<String, String> tuned = lists(models);
    tuned.keySet().removeIf(path -> path.startsWith("names/"));
    tuned.putAll(inUse(models, form -> form.equals(SentenceCategorizer.FORM)));
    return tuned;
  }

  /**
   * Returns the hash of each file of the models folder that what is said of whole adverts comes
   * from, by its path: what an operator tunes, and all models in use but one.
   *
   * @param but the form whose model has no part in it
   */
  static SortedMap<String, String> tunedBut(Path models, String but) throws IOException {
    SortedMap<String, String> tuned = lists(models);
    tuned.putAll(inUse(models, form -> !form.equals(but) && !form.equals(SignReader.FORM)));
    return tuned;
  }

  /**
   * Returns the hashes of what is loaded of models in use, which cards and sheets are no part of.
   */
  private static SortedMap<String, String> inUse(Path models, Predicate<String> forms)
      throws IOException {
    Manifest manifest = Manifest.readOrEmpty(models);
    SortedMap<String, String> loaded = new TreeMap<>();
    for (var use : manifest.active().entrySet()) {
      if (forms.test(use.getKey())) {
        manifest
            .files()
            .forEach((path, hash) -> {
              if (path.startsWith(use.getValue() + "/") && isLoaded(path)) {
                loaded.put(path, hash);
              }
            });
      }
    }
    return loaded;
  }

  private static boolean isLoaded(String path) {
    return !path.endsWith(".md")
        && !path.endsWith("/" + NAME)
        && !path.endsWith("/" + ExpectedScoresFile.NAME);
  }

  /** Signs raise a risk beside its model and are no feature of it: their files are not listed. */
  private static SortedMap<String, String> lists(Path models) throws IOException {
    List<Path> files = new ArrayList<>();
    try (Stream<Path> all = Files.walk(models, 2)) {
      all.filter(file -> file.toString().endsWith(".yaml")).forEach(files::add);
    }
    SortedMap<String, String> tuned = new TreeMap<>();
    for (Path file : files) {
      tuned.put(models.relativize(file).toString(), Sha256.of(file));
    }
    tuned.keySet().removeIf(SignSampler::isReadBy);
    return tuned;
  }
}
