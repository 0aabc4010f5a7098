package org.vigie.web.pages.operation;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.vigie.crawler.Crawl;
import org.vigie.crawler.frontier.FrontierReport;
import org.vigie.crawler.frontier.SiteReport;
import org.vigie.pipeline.workspace.Workspace;
import org.vigie.text.safe.Defanged;
import org.vigie.text.safe.SafeText;
import org.vigie.text.safe.Words;

/**
 * How the sources of a workspace fare.
 *
 * @param states state → number of sites
 * @param sites the sites, those in trouble first
 * @param deadLetters reason → inputs that could not be read
 */
public record Coverage(Map<String, Long> states, List<Site> sites, Map<String, Long> deadLetters) {
  private static final int MOST_SITES = 200;

  /** A site that nothing was heard of for longer is silent. */
  private static final Duration SILENT = Duration.ofDays(7);

  /** Reasons shown; a flood of different ones is one kind of trouble. */
  private static final int MOST_REASONS = 50;

  private static final ObjectMapper JSON = new ObjectMapper();

  public Coverage {
    states = new TreeMap<>(states);
    sites = List.copyOf(sites);
    deadLetters = new TreeMap<>(deadLetters);
  }

  /**
   * A site.
   *
   * @param state {@code fresh}, {@code blocked}, {@code changed}, {@code silent} or {@code new}
   * @param harvest what its pages gave
   * @param overdue share in per cent of what should have been looked at again
   * @param trouble what is wrong, or empty
   */
  public record Site(
      String host,
      String state,
      Harvest harvest,
      long waiting,
      String lastVisit,
      long overdue,
      String trouble) {
    static Site of(SiteReport site, Instant now) {
      Instant last = site.lastVisit();
      return new Site(
          SafeText.line(Defanged.text(site.host())),
          state(site, now),
          new Harvest(site.pages(), site.adverts(), Words.probability(site.harvestRate())),
          site.waiting(),
          last == null ? "" : Words.minute(last),
          Math.round(100 * site.revisits().overdueShare()),
          SafeText.line(site.trouble().blocked()));
    }

    private static String state(SiteReport site, Instant now) {
      if (site.trouble().isBlocked()) {
        return "blocked";
      }
      if (site.trouble().isChanged()) {
        return "changed";
      }
      Instant last = site.lastVisit();
      if (last == null) {
        return "new";
      }
      return last.isBefore(now.minus(SILENT)) ? "silent" : "fresh";
    }
  }

  /**
   * What the pages of a site gave.
   *
   * @param perPage adverts per page fetched
   */
  public record Harvest(long pages, long adverts, String perPage) {}

  /** Reads how the sources of a workspace fare; it may be asked for while a crawl runs. */
  static Coverage of(Workspace workspace, Clock clock) throws IOException {
    Path frontier = Crawl.frontierOf(workspace.captures());
    List<Site> sites = List.of();
    if (FrontierReport.isThere(frontier)) {
      FrontierReport report = FrontierReport.read(frontier, clock);
      sites = report.sites().stream().map(site -> Site.of(site, report.at())).toList();
    }
    Map<String, Long> states = new TreeMap<>();
    sites.forEach(site -> states.merge(site.state(), 1L, Long::sum));
    return new Coverage(
        states, sites.stream().limit(MOST_SITES).toList(), deadLetters(workspace.deadLetters()));
  }

  /** Counts reasons alone: what could not be read may hold anything. */
  private static Map<String, Long> deadLetters(Path folder) throws IOException {
    Map<String, Long> reasons = new TreeMap<>();
    if (!Files.exists(folder)) {
      return reasons;
    }
    List<Path> files;
    try (Stream<Path> all = Files.walk(folder)) {
      files = all.filter(Files::isRegularFile).toList();
    }
    for (Path file : files) {
      try (BufferedReader lines =
          new BufferedReader(
              new InputStreamReader(
                  Files.newInputStream(file),
                  StandardCharsets.UTF_8
                      .newDecoder()
                      .onMalformedInput(CodingErrorAction.REPLACE)
                      .onUnmappableCharacter(CodingErrorAction.REPLACE)))) {
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
          String kind = kind(line);
          String key = reasons.size() < MOST_REASONS || reasons.containsKey(kind) ? kind : "…";
          reasons.merge(key, 1L, Long::sum);
        }
      }
    }
    return reasons;
  }

  private static String kind(String line) {
    try {
      return SafeText.line(JSON.readTree(line).path("kind").asText("?"));
    } catch (JsonProcessingException e) {
      return "?";
    }
  }
}
