package org.vigie.casework.config;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.vigie.files.failure.UserError;
import org.vigie.files.yaml.Section;
import org.vigie.files.yaml.YamlFile;

/**
 * With whom a workspace compares contacts blindly, as {@code deconflict.yaml} lists them.
 *
 * @param desk whom a partner is to call about a contact that is held here; may be empty
 * @param partners agencies, of different names and keys
 */
public record DeconflictFile(String desk, List<Partner> partners) {
  /** Its name in a workspace. */
  public static final String NAME = "deconflict.yaml";

  /** What a partner may ask about in seven days: a list of 2,000 with what fills it up. */
  private static final int PER_WEEK = 2_048;

  private static final int MOST = 1 << 24;
  private static final Pattern FINGERPRINT = Pattern.compile("[0-9a-f]{64}");

  public DeconflictFile {
    partners = List.copyOf(partners);
  }

  /**
   * An agency that may ask and be asked.
   *
   * @param name what it is called here
   * @param fingerprint of its key, as {@code ./vigie evidence key} printed it there and a person
   *     there said it by telephone
   * @param former fingerprints of keys that it had before and that still count as its own
   * @param perWeek elements that it may ask about in seven days
   * @param line where its console takes letters; empty if letters travel as files alone
   */
  public record Partner(
      String name, String fingerprint, List<String> former, int perWeek, Optional<Line> line) {
    public Partner {
      former = List.copyOf(former);
    }

    /** A partner to whom letters travel as files alone. */
    public Partner(String name, String fingerprint, List<String> former, int perWeek) {
      this(name, fingerprint, former, perWeek, Optional.empty());
    }

    /** Returns the fingerprints of its keys, the one that it signs with now first. */
    public List<String> keys() {
      return Stream.concat(Stream.of(fingerprint), former.stream()).distinct().toList();
    }

    /** Returns whether its console shows a certificate. */
    boolean hasLine(String certificate) {
      return line.filter(one -> one.certificates.contains(certificate)).isPresent();
    }

    /** Returns whether a key is or was its own. */
    public boolean has(String key) {
      return keys().contains(key);
    }
  }

  /**
   * The way between two consoles (TLS 1.3, both show a certificate).
   *
   * @param host of the partner's console; empty if it only sends
   * @param port of it; 0 if it only sends
   * @param certificates SHA-256 of the partner's certificate and of the next one, if there is one,
   *     as {@code ./vigie request line} printed it there and a person there said it by telephone
   */
  public record Line(String host, int port, List<String> certificates) {
    public Line {
      certificates = List.copyOf(certificates);
    }
  }

  /**
   * Returns what a workspace's file says; nobody if there is none.
   *
   * @throws UserError if it can't be read
   */
  public static DeconflictFile read(Path workspace) {
    Path file = workspace.resolve(NAME);
    return Files.exists(file) ? read(YamlFile.read(file, NAME)) : new DeconflictFile("", List.of());
  }

  static DeconflictFile read(Section top) {
    String desk = top.text("desk", "");
    int perWeek = top.integer("per-week", PER_WEEK, 64, MOST);
    List<Partner> partners = new ArrayList<>();
    for (Section entry : top.sections("partners")) {
      Partner partner = partner(entry, perWeek);
      for (Partner known : partners) {
        if (known.name.equals(partner.name)
            || known.keys().stream().anyMatch(partner::has)
            || partner
                .line
                .filter(line -> line.certificates.stream().anyMatch(known::hasLine))
                .isPresent()) {
          throw UserError.ofInput(
              entry.place("name") + ": each partner must have a name and keys of its own");
        }
      }
      partners.add(partner);
    }
    top.done();
    return new DeconflictFile(desk, partners);
  }

  private static Partner partner(Section entry, int perWeek) {
    String fingerprint = fingerprint(entry.required("fingerprint"), entry.place("fingerprint"));
    List<String> former =
        entry.texts("former").stream()
            .map(text -> fingerprint(text, entry.place("former")))
            .toList();
    Partner partner =
        new Partner(
            entry.required("name"),
            fingerprint,
            former,
            entry.integer("per-week", perWeek, 64, MOST),
            line(entry));
    entry.done();
    return partner;
  }

  private static Optional<Line> line(Section entry) {
    List<String> certificates =
        entry.oneOrMore("line").stream()
            .map(text -> fingerprint(text, entry.place("line")))
            .toList();
    String address = entry.text("address", "");
    Optional<ListenAddress> at = ListenAddress.parse(address).filter(one -> one.port() > 0);
    if (!address.isEmpty() && (certificates.isEmpty() || at.isEmpty())) {
      throw UserError.ofInput(
          entry.place("address")
              + ": must be HOST:PORT beside line, the fingerprint of the certificate there");
    }
    return certificates.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new Line(
                at.map(ListenAddress::host).orElse(""),
                at.map(ListenAddress::port).orElse(0),
                certificates));
  }

  private static String fingerprint(String text, String place) {
    String fingerprint = text.replaceAll("[\\s:]", "").toLowerCase(Locale.ROOT);
    if (!FINGERPRINT.matcher(fingerprint).matches()) {
      throw UserError.ofInput(place + ": must be 64 hexadecimal digits, but isn't");
    }
    return fingerprint;
  }

  /** Returns the partner of a name, if there is one. */
  public Optional<Partner> named(String name) {
    return partners.stream().filter(known -> known.name.equals(name.strip())).findFirst();
  }

  /** Returns the partner that shows a certificate over TLS, if there is one. */
  public Optional<Partner> ofLine(String certificate) {
    return partners.stream().filter(known -> known.hasLine(certificate)).findFirst();
  }

  /** Returns the partner that a key is or was of, if there is one. */
  public Optional<Partner> ofKey(String fingerprint) {
    return partners.stream().filter(known -> known.has(fingerprint)).findFirst();
  }
}
