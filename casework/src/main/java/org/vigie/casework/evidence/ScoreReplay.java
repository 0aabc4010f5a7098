package org.vigie.casework.evidence;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.vigie.advert.AssessedAdvert;
import org.vigie.advert.Assessment;
import org.vigie.classifier.AdvertAssessor;
import org.vigie.classifier.registry.Manifest;
import org.vigie.files.failure.UserError;
import org.vigie.search.document.RecordJson;

/**
 * The adverts of an evidence package read again, held against what the package says was read: each
 * language, contact, entity, sign, reason and score, to the last bit.
 */
public final class ScoreReplay {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final Path data;
  private final List<String> differences = new ArrayList<>();
  private int adverts;
  private int scores;

  private ScoreReplay(Path data) {
    this.data = data;
  }

  /**
   * What came of it.
   *
   * @param adverts how many were read again
   * @param scores how many scores they have
   * @param differences what isn't as the package says, a line each; none if all is
   */
  public record Outcome(int adverts, int scores, List<String> differences) {
    public Outcome {
      differences = List.copyOf(differences);
    }
  }

  /**
   * Reads a package's adverts again.
   *
   * @param folder the package, which should have been verified
   * @param models folder of models
   * @throws UserError if the models aren't those that the package names by hash
   */
  public static Outcome of(Path folder, Path models) throws IOException {
    ScoreReplay replay = new ScoreReplay(folder.resolve("data"));
    replay.requireSame(models);
    AdvertAssessor assessor = AdvertAssessor.load(models);
    for (String line : Files.readAllLines(replay.file("adverts.jsonl"))) {
      replay.compare(line, assessor);
    }
    return new Outcome(replay.adverts, replay.scores, replay.differences);
  }

  private Path file(String name) {
    Path file = data.resolve(name);
    if (!Files.isRegularFile(file)) {
      throw UserError.ofInput(file + " must be there, as in any evidence package, but isn't");
    }
    return file;
  }

  private void requireSame(Path models) throws IOException {
    JsonNode named = tree(Files.readString(file("models.json")), "models.json");
    Manifest manifest = Manifest.read(models);
    Map<String, String> here = new TreeMap<>(manifest.files());
    here.putAll(manifest.tuned());
    List<String> other = new ArrayList<>();
    named
        .properties()
        .forEach(file -> {
          if (!file.getValue().asText().equals(here.get(file.getKey()))) {
            other.add(file.getKey());
          }
        });
    here.keySet().stream().filter(name -> !named.has(name)).forEach(other::add);
    if (!other.isEmpty()) {
      throw UserError.ofInput(
          "%s must hold the models that the package names by hash, but %d files differ or aren't in both, such as %s"
              .formatted(models, other.size(), other.getFirst()));
    }
  }

  private void compare(String line, AdvertAssessor assessor) throws IOException {
    String json = tree(line, "adverts.jsonl").path("advert").toString();
    AssessedAdvert said = RecordJson.read(json, AssessedAdvert.class);
    AssessedAdvert again = assessor.assess(said.advert());
    adverts++;
    scores += again.assessments().size();
    String id = said.advert().id();
    tell(id, "language", said.language(), again.language());
    tell(id, "contacts", said.contacts(), again.contacts());
    tell(id, "entities", said.entities(), again.entities());
    tell(id, "signs", said.indicators(), again.indicators());
    tell(id, "forms it is assessed for", forms(said), forms(again));
    for (Assessment each : said.assessments()) {
      Assessment other =
          again.assessments().stream()
              .filter(one -> one.form().equals(each.form()))
              .findFirst()
              .orElse(null);
      tell(id, "assessment for " + each.form(), each, other);
    }
    tell(id, "forms it isn't assessed for", said.notAssessedFor(), again.notAssessedFor());
  }

  private static JsonNode tree(String json, String file) {
    try {
      return JSON.readTree(json);
    } catch (JsonProcessingException e) {
      // Its own message quotes the text.
      throw UserError.ofInput(file + " must hold JSON, as in any evidence package, but doesn't");
    }
  }

  /** Each as often as it stands there: one too many is a difference too. */
  private static List<String> forms(AssessedAdvert advert) {
    return advert.assessments().stream().map(each -> String.valueOf(each.form())).sorted().toList();
  }

  /** No values: they may be words of an advert. */
  private void tell(String advert, String what, Object said, @Nullable Object again) {
    if (!said.equals(again)) {
      differences.add(advert + ": " + what + " must be as the package says, but isn't");
    }
  }
}
