package org.vigie.training.figures;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.vigie.advert.Advert;
import org.vigie.advert.AssessedAdvert;
import org.vigie.advert.Channel;
import org.vigie.advert.Outcome;
import org.vigie.classifier.AdvertAssessor;

/** How many texts that others wrote, and that advertise nothing, are called risky. */
final class ProseFigures implements FigureSource {
  private static final String SUBJECT = "prose of others";
  private static final FigureTarget CALLED = FigureTarget.atMost(0.02);
  private static final String PAGES = "html/extraction";
  private static final String DECLARATION = "lexical/text/udhr";
  private static final String NEWS = "lexical/text/masakhaner-sentences";

  /** Articles of the Universal Declaration that speak of slavery and of work. */
  private static final Set<Integer> OF_WORK = Set.of(4, 23, 24);

  private static final int TOGETHER = 8;
  private static final int LEAST = 40;

  @Override
  public List<Figure> measure(Places places) throws IOException {
    AdvertAssessor assessor = AdvertAssessor.load(places.models());
    return List.of(
        figure("pages of forums, lists and products", PAGES, ProseFigures::pages, places, assessor),
        figure(
            "articles of the Declaration of Human Rights, but of slavery and work,",
            DECLARATION,
            ProseFigures::articles,
            places,
            assessor),
        figure("news, eight sentences each", NEWS, ProseFigures::news, places, assessor));
  }

  /** Reads the texts of a folder. */
  private interface Texts {
    List<String> read(Path folder) throws IOException;
  }

  private static Figure figure(
      String what, String folder, Texts texts, Places places, AdvertAssessor assessor)
      throws IOException {
    String name = "share of " + what + " called risky";
    List<String> all =
        places.isThere(folder) ? texts.read(places.data().resolve(folder)) : List.of();
    if (all.isEmpty()) {
      return Figure.missing(SUBJECT, name, CALLED, Places.absent(folder));
    }
    int called = 0;
    int quarantined = 0;
    for (String text : all) {
      AssessedAdvert assessed =
          assessor.assess(
              Advert.builder(Channel.FILE, "figures", Instant.EPOCH).body(text).build());
      called += assessed.assessments().stream().anyMatch(a -> a.outcome() == Outcome.RISK) ? 1 : 0;
      quarantined += assessed.minorRisk() ? 1 : 0;
    }
    return Figure.measured(
        SUBJECT,
        name,
        CALLED,
        (double) called / all.size(),
        String.format(
            Locale.ROOT,
            "%d of %d; %d take the minor-risk route",
            called,
            all.size(),
            quarantined));
  }

  private static List<String> pages(Path folder) throws IOException {
    ObjectMapper json = new ObjectMapper();
    List<String> texts = new ArrayList<>();
    for (Path file : files(folder, ".json")) {
      JsonNode content = json.readTree(file.toFile()).at("/ground_truth/main_content");
      if (content.asText().length() >= LEAST) {
        texts.add(content.asText());
      }
    }
    return texts;
  }

  /** Returns the articles, which each begin with a line of their number in any digits. */
  private static List<String> articles(Path folder) throws IOException {
    List<String> texts = new ArrayList<>();
    for (Path file : files(folder, ".txt.gz")) {
      StringBuilder article = new StringBuilder();
      int number = 0;
      for (String line : lines(file)) {
        int next = number(line);
        if (next < 0) {
          article.append(line).append('\n');
        } else {
          add(texts, article, number);
          number = next;
        }
      }
      add(texts, article, number);
    }
    return texts;
  }

  private static void add(List<String> texts, StringBuilder article, int number) {
    if (!OF_WORK.contains(number) && article.length() >= LEAST) {
      texts.add(article.toString());
    }
    article.setLength(0);
  }

  /** Returns the number that a short line ends or begins with; -1 if it is no heading. */
  private static int number(String line) {
    String digits =
        line.codePoints()
            .filter(Character::isDigit)
            .mapToObj(point -> Integer.toString(Character.digit(point, 10)))
            .collect(Collectors.joining());
    return line.length() > 20 || digits.isEmpty() || digits.length() > 2
        ? -1
        : Integer.parseInt(digits);
  }

  private static List<String> news(Path folder) throws IOException {
    List<String> texts = new ArrayList<>();
    for (Path file : files(folder, ".txt.gz")) {
      List<String> lines = lines(file);
      for (int i = 0; i + TOGETHER <= lines.size(); i += TOGETHER) {
        texts.add(String.join("\n", lines.subList(i, i + TOGETHER)));
      }
    }
    return texts;
  }

  private static List<Path> files(Path folder, String ending) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      return files.filter(file -> file.toString().endsWith(ending)).sorted().toList();
    }
  }

  private static List<String> lines(Path file) throws IOException {
    try (InputStream in = new GZIPInputStream(Files.newInputStream(file))) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
    }
  }
}
