package org.vigie.classifier.sign;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.vigie.files.yaml.YamlMap;

/** The combinations of concepts by which rows of the taxonomy are said, in all languages. */
public final class Frames {
  /** The file in the models folder. */
  public static final String FILE = "frames.yaml";

  private final List<Frame> frames;
  private final int concepts;

  private Frames(List<Frame> frames, int concepts) {
    this.frames = frames;
    this.concepts = concepts;
  }

  /**
   * Reads the frames of a models folder; none where there is no file.
   *
   * @throws IllegalArgumentException if the file says what it must not; names the key
   */
  public static Frames load(Path models, Concepts concepts) throws IOException {
    Path file = models.resolve(FILE);
    if (!Files.isRegularFile(file)) {
      return new Frames(List.of(), 0);
    }
    YamlMap yaml = YamlMap.read(file).allowOnly("version", "frames");
    List<Frame> frames = new ArrayList<>();
    for (YamlMap item : yaml.maps("frames")) {
      frames.add(Frame.read(item, concepts));
    }
    return new Frames(frames, concepts.names().size());
  }

  /** Returns the ids of the rows that frames say. */
  public Set<String> rows() {
    Set<String> rows = new LinkedHashSet<>();
    frames.forEach(frame -> rows.add(frame.row()));
    return rows;
  }

  /** Returns whether a bit set of concepts holds one. */
  static boolean has(long[] bits, int concept) {
    return (bits[concept >> 6] & (1L << concept)) != 0;
  }

  /** Returns how many frames there are. */
  int size() {
    return frames.size();
  }

  /**
   * Returns how many frames have a concept for each of their roles.
   *
   * @param there bit set of the concepts of a language
   */
  int sayableWith(long[] there) {
    return (int) frames.stream().filter(frame -> frame.canBeSaidWith(there)).count();
  }

  /** Returns what a sentence's concepts say, one finding a frame. */
  List<Finding> in(List<ConceptHit> hits, SignFeatures features) {
    if (hits.isEmpty() || frames.isEmpty()) {
      return List.of();
    }
    long[] there = new long[(concepts + 63) / 64];
    for (ConceptHit hit : hits) {
      there[hit.concept() >> 6] |= 1L << hit.concept();
    }
    List<Finding> findings = new ArrayList<>();
    for (Frame frame : frames) {
      if (frame.mayStandIn(there)) {
        frame.in(hits, features).ifPresent(findings::add);
      }
    }
    return findings;
  }

  /**
   * A frame where it stands.
   *
   * @param frame the frame
   * @param hits the concepts that play its roles
   * @param denied whether its verb is denied
   */
  record Finding(Frame frame, List<ConceptHit> hits, boolean denied) {
    /** Returns what models call it: the frame's row and name, with a mark if it is denied. */
    String name() {
      String name = frame.row() + ' ' + frame.name();
      return denied ? name + " denied" : name;
    }
  }

  /**
   * One combination of concepts.
   *
   * @param row id of the row that it says
   * @param name its own name
   * @param within how many units it may take
   * @param roles for each role the bit set of its concepts
   * @param verb index of the role that may be denied, or -1
   * @param with bit set of concepts of which one must stand beside; empty for none
   * @param unless bit set of concepts that must not stand beside
   */
  record Frame(
      String row,
      String name,
      int within,
      List<long[]> roles,
      int verb,
      long[] with,
      long[] unless) {
    static Frame read(YamlMap yaml, Concepts concepts) {
      yaml.allowOnly("row", "name", "within", "say", "with", "unless");
      List<long[]> roles = new ArrayList<>();
      int verb = -1;
      for (String role : yaml.texts("say")) {
        if (role.startsWith("!")) {
          verb = roles.size();
        }
        roles.add(
            bits(
                List.of((role.startsWith("!") ? role.substring(1) : role).split("\\|")), concepts));
      }
      return new Frame(
          yaml.text("row"),
          yaml.text("name"),
          yaml.number("within"),
          roles,
          verb,
          yaml.has("with") ? bits(yaml.texts("with"), concepts) : new long[0],
          yaml.has("unless") ? bits(yaml.texts("unless"), concepts) : new long[0]);
    }

    /** Refuses a name that is no concept's: left out in silence, it would never be found. */
    private static long[] bits(List<String> names, Concepts concepts) {
      long[] bits = new long[(concepts.names().size() + 63) / 64];
      for (String name : names) {
        int concept = concepts.concept(name);
        if (concept < 0) {
          throw new IllegalArgumentException("no concept is called '%s'".formatted(name));
        }
        bits[concept >> 6] |= 1L << concept;
      }
      return bits;
    }

    boolean mayStandIn(long[] there) {
      return canBeSaidWith(there) && !meet(unless, there);
    }

    boolean canBeSaidWith(long[] there) {
      for (long[] role : roles) {
        if (!meet(role, there)) {
          return false;
        }
      }
      return with.length == 0 || meet(with, there);
    }

    private static boolean meet(long[] a, long[] b) {
      for (int i = 0; i < a.length; i++) {
        if ((a[i] & b[i]) != 0) {
          return true;
        }
      }
      return false;
    }

    /** Returns the first place where each role is played by a hit of its own, near enough. */
    Optional<Finding> in(List<ConceptHit> hits, SignFeatures features) {
      int[] chosen = new int[roles.size()];
      for (int start = 0; start < hits.size(); start++) {
        int limit = hits.get(start).from() + within;
        for (int first = 0; first < roles.size(); first++) {
          if (!has(roles.get(first), hits.get(start).concept())) {
            continue;
          }
          Arrays.fill(chosen, -1);
          chosen[first] = start;
          if (fill(hits, chosen, start, limit)) {
            boolean denied = verb >= 0 && features.isDenied(hits, chosen[verb]);
            Arrays.sort(chosen);
            List<ConceptHit> played = new ArrayList<>(chosen.length);
            for (int i : chosen) {
              played.add(hits.get(i));
            }
            return Optional.of(new Finding(this, played, denied));
          }
        }
      }
      return Optional.empty();
    }

    private boolean fill(List<ConceptHit> hits, int[] chosen, int start, int limit) {
      for (int role = 0; role < chosen.length; role++) {
        if (chosen[role] >= 0) {
          continue;
        }
        for (int i = start; i < hits.size() && hits.get(i).to() <= limit + 1; i++) {
          if (has(roles.get(role), hits.get(i).concept()) && !isChosen(chosen, hits, i)) {
            chosen[role] = i;
            break;
          }
        }
        if (chosen[role] < 0) {
          return false;
        }
      }
      return true;
    }

    private static boolean isChosen(int[] chosen, List<ConceptHit> hits, int at) {
      for (int other : chosen) {
        if (other == at
            || (other >= 0
                && hits.get(other).first() == hits.get(at).first()
                && hits.get(other).last() == hits.get(at).last()
                && hits.get(other).from() == hits.get(at).from())) {
          return true;
        }
      }
      return false;
    }
  }
}
