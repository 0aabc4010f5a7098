package org.vigie.exchange.bag;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.vigie.exchange.bag.BagProblem.Kind;
import org.vigie.exchange.timestamp.TrustedAuthorities;
import org.vigie.files.failure.UserError;

/** A look at a bag that somebody sent: is it what was signed, all of it, and nothing else? */
public final class BagCheck {
  /** Its second group may hold anything but what ends a line. */
  private static final Pattern LINE = Pattern.compile("([0-9a-f]{64})  (.+)");

  private static final Set<String> NEVER_LISTED = Set.of(Bag.TAG_MANIFEST, Bag.SIGNATURE);

  private final Path folder;
  private final @Nullable TrustedAuthorities roots;
  private final List<BagProblem> problems = new ArrayList<>();

  private BagCheck(Path folder, @Nullable TrustedAuthorities roots) {
    this.folder = folder;
    this.roots = roots;
  }

  /**
   * What was found.
   *
   * @param fingerprint of the key that lies in the bag, or empty if none does
   * @param files how many files were compared
   * @param stamps those of authorities, as far as they hold
   * @param problems none if all is as it was signed
   */
  public record Result(
      String fingerprint, int files, List<BagStamp> stamps, List<BagProblem> problems) {
    public Result {
      stamps = List.copyOf(stamps);
      problems = List.copyOf(problems);
    }
  }

  /**
   * Checks a bag.
   *
   * @param fingerprint of the signer's key, as it was told another way; empty if it wasn't
   * @throws UserError if the folder isn't there
   */
  public static Result check(Path folder, String fingerprint) throws IOException {
    return check(folder, fingerprint, null);
  }

  /**
   * Checks a bag, its time stamps by roots of one's own.
   *
   * @param fingerprint of the signer's key, as it was told another way; empty if it wasn't
   * @param roots from which the authorities of time stamps must come; null for those in the bag,
   *     which whoever made it chose
   * @throws UserError if the folder isn't there
   */
  public static Result check(Path folder, String fingerprint, @Nullable TrustedAuthorities roots)
      throws IOException {
    if (Files.isRegularFile(folder)) {
      throw UserError.ofInput(
          folder
              + " must be the folder of a package, but is a file; ./vigie evidence open opens it");
    }
    if (!Files.isDirectory(folder)) {
      throw UserError.ofInput(folder + " must be an evidence package, but there is no such folder");
    }
    return new BagCheck(folder, roots).check(fingerprint);
  }

  private Result check(String fingerprint) throws IOException {
    SignerKey signer = signer();
    if (signer == null || !isSigned(signer)) {
      problem(Kind.SIGNATURE, Bag.TAG_MANIFEST);
    }
    String given = fingerprint.replaceAll("[\\s:]", "");
    if (!given.isEmpty() && (signer == null || !given.equalsIgnoreCase(signer.fingerprint()))) {
      problem(Kind.SIGNER, Bag.SIGNER);
    }
    Map<String, String> listed = new LinkedHashMap<>(listed(Bag.TAG_MANIFEST));
    listed.putAll(listed(Bag.MANIFEST));
    for (Map.Entry<String, String> file : listed.entrySet()) {
      compare(file.getKey(), file.getValue());
    }
    List<String> stems =
        listed.keySet().stream().flatMap(name -> BagStamps.stem(name).stream()).toList();
    List<BagStamp> stamps = stamps(stems, signer);
    findWhatIsNotListed(known(listed.keySet(), stems));
    return new Result(signer == null ? "" : signer.fingerprint(), listed.size(), stamps, problems);
  }

  private List<BagStamp> stamps(List<String> stems, @Nullable SignerKey signer) throws IOException {
    List<BagStamp> stamps = new ArrayList<>();
    for (String stem : stems) {
      List<String> missing =
          Stream.of(BagStamps.token(stem), BagStamps.signature(stem))
              .filter(name -> !isFile(folder.resolve(name)))
              .toList();
      missing.forEach(name -> problem(Kind.MISSING, name));
      if (missing.isEmpty() && signer != null && isFile(folder.resolve(Bag.TAG_MANIFEST))) {
        Optional<BagStamp> stamp = BagStamps.read(folder, stem, signer, roots);
        stamp.ifPresentOrElse(stamps::add, () -> problem(Kind.TIME_STAMP, BagStamps.token(stem)));
      }
    }
    return stamps;
  }

  private static Set<String> known(Set<String> listed, List<String> stems) {
    Set<String> known = new HashSet<>(listed);
    known.addAll(NEVER_LISTED);
    for (String stem : stems) {
      known.add(BagStamps.token(stem));
      known.add(BagStamps.signature(stem));
    }
    return known;
  }

  private @Nullable SignerKey signer() throws IOException {
    Path file = folder.resolve(Bag.SIGNER);
    try {
      return isFile(file) ? SignerKey.read(text(file)) : null;
    } catch (IllegalArgumentException e) {
      return null;
    }
  }

  private boolean isSigned(SignerKey signer) throws IOException {
    Path manifest = folder.resolve(Bag.TAG_MANIFEST);
    Path signature = folder.resolve(Bag.SIGNATURE);
    try {
      return isFile(manifest)
          && isFile(signature)
          && signer.verifies(Files.readAllBytes(manifest), Files.readAllBytes(signature));
    } catch (GeneralSecurityException | IllegalArgumentException e) {
      return false;
    }
  }

  private Map<String, String> listed(String manifest) throws IOException {
    Map<String, String> listed = new LinkedHashMap<>();
    Path file = folder.resolve(manifest);
    if (!isFile(file)) {
      problem(Kind.MISSING, manifest);
      return listed;
    }
    String text = text(file);
    String lines = text.endsWith("\n") ? text.substring(0, text.length() - 1) : text;
    for (String line : lines.split("\n", -1)) {
      Matcher matcher = LINE.matcher(line);
      if (!matcher.matches() || !staysInside(matcher.group(2))) {
        problem(Kind.MANIFEST, manifest);
      } else {
        listed.put(matcher.group(2), matcher.group(1));
      }
    }
    return listed;
  }

  /** No byte is refused as UTF-8 would be: a changed one must be compared, not end the check. */
  private static String text(Path file) throws IOException {
    return Files.readString(file, StandardCharsets.ISO_8859_1);
  }

  /** A changed bit may also make a name that no file of this system can have. */
  private static boolean staysInside(String name) {
    try {
      Path path = Path.of(name);
      return !path.isAbsolute() && path.equals(path.normalize()) && !path.startsWith("..");
    } catch (InvalidPathException e) {
      return false;
    }
  }

  private void compare(String name, String digest) throws IOException {
    Path file = folder.resolve(name);
    if (!isFile(file)) {
      problem(Kind.MISSING, name);
    } else if (!Bag.digest(file).equals(digest)) {
      problem(Kind.CHANGED, name);
    }
  }

  private void findWhatIsNotListed(Set<String> known) throws IOException {
    try (Stream<Path> walk = Files.walk(folder)) {
      for (Path file : walk.sorted().toList()) {
        if (Files.isDirectory(file, LinkOption.NOFOLLOW_LINKS)) {
          continue;
        }
        if (!isFile(file)) {
          problem(Kind.NO_FILE, name(folder, file));
        } else if (!known.contains(name(folder, file))) {
          problem(Kind.ADDED, name(folder, file));
        }
      }
    }
  }

  private static boolean isFile(Path file) {
    return Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS);
  }

  /** Returns a file's name from a folder on, with slashes; a backslash may be part of it. */
  static String name(Path folder, Path file) {
    String separator = folder.getFileSystem().getSeparator();
    return folder.relativize(file).toString().replace(separator, "/");
  }

  private void problem(Kind kind, String file) {
    problems.add(new BagProblem(kind, file));
  }
}
