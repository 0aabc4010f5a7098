package org.vigie.casework.retention;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.vigie.capture.extract.site.SiteTemplates;
import org.vigie.casework.Cases;
import org.vigie.casework.config.RetentionSettings;
import org.vigie.pipeline.erase.CollectedAdverts;
import org.vigie.pipeline.workspace.Workspace;

/**
 * What the time limits of a workspace say at some instant.
 *
 * @param at the instant
 * @param settings the limits
 * @param kept how many adverts are within their limit
 * @param expired those to be erased, by id
 * @param waiting those that are held and wait for a person to decide, by id
 * @param reviewed how many more are held by a decision that isn't to be reviewed yet
 * @param next when the next advert's time is up; null if none is within its limit
 * @param cases closed cases whose time is up, by id: that of risky adverts, from their closing on
 */
public record RetentionReview(
    Instant at,
    RetentionSettings settings,
    Map<Limit, Long> kept,
    List<Overdue> expired,
    List<Overdue> waiting,
    long reviewed,
    @Nullable Instant next,
    List<String> cases) {
  private static final ObjectMapper JSON =
      JsonMapper.builder()
          .addModule(new JavaTimeModule())
          .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
          .build();

  public RetentionReview {
    kept = Map.copyOf(kept);
    expired = List.copyOf(expired);
    waiting = List.copyOf(waiting);
    // One that was kept before cases could be closed has none.
    cases = cases == null ? List.of() : List.copyOf(cases);
  }

  /**
   * Looks through all that a workspace holds.
   *
   * @param templates those that its runs read pages with
   */
  public static RetentionReview of(
      Workspace workspace, SiteTemplates templates, RetentionSettings settings, Instant now)
      throws IOException {
    CollectedAdverts collected = CollectedAdverts.in(workspace, templates);
    try (Holds holds = Holds.in(workspace)) {
      Map<String, Limit> limits = limits(holds);
      Set<String> escalated = escalated(workspace);
      List<String> cases =
          Cases.closedBy(workspace.database(), now.minus(Limit.RISKY.of(settings)));
      Map<Limit, Long> kept = new EnumMap<>(Limit.class);
      List<Overdue> expired = new ArrayList<>();
      List<Overdue> waiting = new ArrayList<>();
      long reviewed = 0;
      @Nullable Instant next = null;
      for (Map.Entry<String, Instant> advert : collected.last().entrySet()) {
        String id = advert.getKey();
        Limit limit =
            escalated.contains(id) ? Limit.ESCALATED : limits.getOrDefault(id, Limit.OTHER);
        Instant end = advert.getValue().plus(limit.of(settings));
        if (!now.isBefore(end)) {
          // With a case that held it, its time begins on the day of the closing.
          end = later(end, holds.closedWith(id).map(at -> at.plus(limit.of(settings))));
        }
        if (now.isBefore(end)) {
          kept.merge(limit, 1L, Long::sum);
          next = next == null || end.isBefore(next) ? end : next;
          continue;
        }
        Overdue overdue = new Overdue(id, limit, advert.getValue(), end, holds.on(id).orElse(null));
        if (overdue.hold() == null) {
          expired.add(overdue);
        } else if (holds.isReviewed(id, now, settings.untilReview())) {
          reviewed++;
        } else {
          waiting.add(overdue);
        }
      }
      return new RetentionReview(now, settings, kept, expired, waiting, reviewed, next, cases);
    }
  }

  private static Instant later(Instant end, Optional<Instant> other) {
    return other.filter(end::isBefore).orElse(end);
  }

  /** Returns the limits of those that are under another than most. */
  private static Map<String, Limit> limits(Holds holds) throws IOException {
    Map<String, Limit> limits = new HashMap<>();
    if (holds.index().isPresent()) {
      holds
          .index()
          .get()
          .forEachAdvert(
              "",
              hit -> {
                Limit limit = Limit.of(hit.advert());
                if (limit != Limit.OTHER) {
                  limits.put(hit.advert().advert().id(), limit);
                }
              });
    }
    return limits;
  }

  private static Set<String> escalated(Workspace workspace) throws IOException {
    Set<String> escalated = new TreeSet<>();
    if (Files.exists(workspace.escalations())) {
      for (String line : Files.readAllLines(workspace.escalations())) {
        if (!line.isBlank()) {
          escalated.add(JSON.readTree(line).path("advert").asText());
        }
      }
    }
    return escalated;
  }

  /** Returns the instant before which what holds no advert was collected too long ago. */
  public Instant before() {
    return at.minus(Limit.OTHER.of(settings));
  }

  /** Finds the newest that was kept in a workspace. */
  public static Optional<RetentionReview> find(Workspace workspace) throws IOException {
    Path file = workspace.retention();
    return Files.exists(file)
        ? Optional.of(JSON.readValue(file.toFile(), RetentionReview.class))
        : Optional.empty();
  }

  /** Keeps it for the console, whole or not at all. */
  public void keep(Workspace workspace) throws IOException {
    Path file = workspace.retention();
    Path part = file.resolveSibling(file.getFileName() + ".part");
    JSON.writeValue(part.toFile(), this);
    Files.move(part, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
  }
}
