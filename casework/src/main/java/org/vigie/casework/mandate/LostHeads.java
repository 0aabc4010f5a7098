package org.vigie.casework.mandate;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.vigie.advert.AlertLine;
import org.vigie.advert.Finding;
import org.vigie.files.digest.Sha256;

/**
 * The comparison of a log, line by line, with the heads that were set aside as their keys were
 * lost. The log says which these were: another key that lies beside them stands for nothing.
 *
 * <p>All of this lies where the holder of the new key may write. So only forgers who leave what was
 * set aside are found. Against those who delete it, or whose log names another lost key or none, a
 * {@linkplain AuditWitness witness} is needed.
 */
final class LostHeads {
  private static final ObjectMapper JSON = new ObjectMapper();

  /**
   * One file of heads.
   *
   * @param key fingerprint of the key that signed them; empty if none that is here did
   */
  private record Aside(String file, Optional<String> key, Deque<AuditHead> expected) {}

  private final Map<String, AuditKeys> keys = new LinkedHashMap<>();
  private final List<Aside> asides = new ArrayList<>();
  private final Set<String> lost = new LinkedHashSet<>();
  private final List<AlertLine> problems = new ArrayList<>();

  private LostHeads() {}

  /**
   * Reads what lies beside the heads and the public key of a log; where those are copies that were
   * kept elsewhere, also what lies beside its own.
   *
   * @param own what seals the log
   */
  static LostHeads of(AuditTrail trail, Optional<AuditSeal> own) throws IOException {
    LostHeads lost = new LostHeads();
    lost.addNoted(trail.log());
    Stream<Path> ownHeads = own.map(AuditSeal::heads).stream();
    List<Path> heads = Stream.concat(Stream.of(trail.heads()), ownHeads).toList();
    Stream<Path> ownKeys = own.map(AuditSeal::publicKey).stream();
    List<Path> keys = Stream.concat(Stream.of(trail.publicKey()), ownKeys).toList();
    List<List<KeyHandover>> handovers = new ArrayList<>();
    for (Path file : aside(heads.stream().map(AuditKeys::file).toList())) {
      handovers.add(handovers(file));
    }
    for (Path file : aside(keys)) {
      lost.addKey(file, handovers);
    }
    for (Path file : aside(heads)) {
      lost.addHeads(file);
    }
    return lost;
  }

  /** What a damaged note says is no key's loss; whoever appends next says that it is damaged. */
  private void addNoted(Path log) {
    try {
      LogNote.beside(log).forEach(note -> note.lostKey().ifPresent(lost::add));
    } catch (IOException e) {
      // The heads that it is about are then said to be of no lost key.
    }
  }

  /** A copy of what was set aside, byte for byte, is looked at once. */
  private static List<Path> aside(List<Path> files) throws IOException {
    Map<String, Path> aside = new LinkedHashMap<>();
    for (Path file : files) {
      for (Path one : SetAside.of(file, SetAside.LOST)) {
        aside.putIfAbsent(Sha256.of(one), one);
      }
    }
    return List.copyOf(aside.values());
  }

  /** Of a damaged file there are none, so that what they led to counts as unsigned. */
  private static List<KeyHandover> handovers(Path file) {
    try {
      return AuditKeys.read(file);
    } catch (IOException e) {
      return List.of();
    }
  }

  private void addKey(Path file, List<List<KeyHandover>> handovers) {
    try {
      String known = AuditKey.text(AuditKey.readPublic(file));
      AuditKeys all = AuditKeys.with(known, List.of());
      for (List<KeyHandover> some : handovers) {
        AuditKeys longer = AuditKeys.with(known, some);
        all = longer.handovers().isEmpty() ? all : longer;
      }
      keys.put(AuditKey.fingerprint(AuditKey.ofText(known)), all);
    } catch (IOException | GeneralSecurityException e) {
      // As if it weren't here, which is said of the key that the log names.
    }
  }

  private void addHeads(Path file) throws IOException {
    List<@Nullable AuditHead> read = new ArrayList<>();
    LogLines.read(file, (line, end) -> read.add(head(LogLines.text(line))));
    Optional<String> signer = signer(read);
    Deque<AuditHead> good = new ArrayDeque<>();
    String name = String.valueOf(file.getFileName());
    for (int i = 0; signer.isPresent() && i < read.size(); i++) {
      AuditHead head = read.get(i);
      long before = good.isEmpty() ? 0 : good.getLast().bytes();
      if (head != null && head.bytes() > before && isSigned(signer.get(), head)) {
        good.add(head);
      } else {
        add(Finding.of("lost-head-unsigned").with("head", i + 1L).with("file", name));
      }
    }
    if (!read.isEmpty()) {
      asides.add(new Aside(name, signer, good));
    }
  }

  private Optional<String> signer(List<@Nullable AuditHead> heads) throws WitnessException {
    for (AuditHead head : heads) {
      for (String key : keys.keySet()) {
        if (head != null && isSigned(key, head)) {
          return Optional.of(key);
        }
      }
    }
    return Optional.empty();
  }

  private boolean isSigned(String key, AuditHead head) throws WitnessException {
    AuditKeys known = keys.get(key);
    return known != null && known.verifies(head);
  }

  private static @Nullable AuditHead head(String line) {
    try {
      return JSON.readValue(line, AuditHead.class);
    } catch (JsonProcessingException e) {
      return null;
    }
  }

  /**
   * Compares a line.
   *
   * @param end bytes of the log up to and with its end
   * @param lostKey the key that the line says was lost
   */
  void pass(long number, long end, String hash, Optional<String> lostKey) {
    lostKey.ifPresent(lost::add);
    for (Aside one : asides) {
      while (!one.expected.isEmpty() && one.expected.getFirst().bytes() <= end) {
        AuditHead head = one.expected.removeFirst();
        if (head.bytes() != end || !head.hash().equals(hash)) {
          add(Finding.of("log-line-of-another-head").with("line", number).with("at", head.at()));
        }
      }
    }
  }

  /**
   * Returns what doesn't hold, once all lines were compared.
   *
   * @param bytes of the log
   */
  List<AlertLine> end(long bytes) {
    for (Aside one : asides) {
      if (one.key.isPresent() ? !lost.contains(one.key.get()) : keys.keySet().containsAll(lost)) {
        add(Finding.of("lost-heads-unsigned").with("file", one.file));
      }
      if (!one.expected.isEmpty()) {
        AuditHead last = one.expected.getLast();
        add(
            Finding.of("log-tail-cut")
                .with("signed", last.bytes())
                .with("at", last.at())
                .with("bytes", bytes));
      }
    }
    return problems;
  }

  /**
   * Returns what nobody can know of the time of lost keys, once all lines were compared: of each,
   * that its fingerprint is to be compared with one kept elsewhere.
   */
  List<Finding> unverifiable() {
    Set<String> signers = new HashSet<>();
    asides.forEach(one -> one.key.ifPresent(signers::add));
    List<Finding> unknown = new ArrayList<>();
    for (String key : lost) {
      if (key.equals(LogNote.UNKNOWN_KEY)) {
        unknown.add(Finding.of("lost-key-unknown"));
        continue;
      }
      unknown.add(Finding.of("lost-key-replaced").with("key", key));
      if (!keys.containsKey(key)) {
        unknown.add(Finding.of("lost-key-gone").with("key", key));
      } else if (!signers.contains(key)) {
        unknown.add(Finding.of("lost-heads-gone").with("key", key));
      }
    }
    return unknown;
  }

  private void add(Finding problem) {
    problems.add(AlertLine.of(problem));
  }
}
