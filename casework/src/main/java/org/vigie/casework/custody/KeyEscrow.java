package org.vigie.casework.custody;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.vigie.exchange.envelope.Recipients;
import org.vigie.exchange.envelope.SealedStream;
import org.vigie.files.digest.Sha256;
import org.vigie.files.failure.UserError;
import org.vigie.files.owner.FolderTree;
import org.vigie.files.owner.OwnerOnly;
import org.vigie.files.seal.KeyFile;
import org.vigie.files.seal.SecretShares;

/**
 * A key in the hands of several people: a share each, encrypted to their certificate, of which some
 * number together give the key back and fewer tell nothing of it.
 */
public final class KeyEscrow {
  /** Bytes of the largest file of a key. */
  public static final int MOST_BYTES = 1 << 16;

  private static final Pattern NAME = Pattern.compile("[a-z0-9][a-z0-9-]{0,31}");
  private static final ObjectMapper JSON = new ObjectMapper();

  private KeyEscrow() {}

  /**
   * A share as its holder keeps it.
   *
   * @param key by which shares of one key are known, and the key when they were joined
   * @param needed how many of them give it back
   * @param number of this one
   * @param share in Base64
   */
  public record Held(String key, int needed, int number, String share) {}

  /**
   * Splits a key and writes a file for each holder in a folder that doesn't exist yet, all or none.
   *
   * @param holders certificate of each by name
   * @param needed how many of them give it back
   */
  public static void split(
      byte[] key, Map<String, Recipients> holders, int needed, Path folder, SecureRandom random)
      throws IOException {
    if (key.length == 0 || key.length > MOST_BYTES) {
      throw UserError.ofInput(
          "a key must have 1 to %d bytes, but has %d".formatted(MOST_BYTES, key.length));
    }
    requireHolders(holders, needed);
    if (Files.exists(folder)) {
      throw UserError.ofInput(folder + " must not exist yet, but does");
    }
    List<SecretShares.Share> shares = SecretShares.split(key, holders.size(), needed, random);
    Path part = folder.resolveSibling(folder.getFileName() + ".part");
    if (Files.exists(part)) {
      FolderTree.delete(part);
    }
    OwnerOnly.folder(part);
    int next = 0;
    for (Map.Entry<String, Recipients> holder : holders.entrySet()) {
      SecretShares.Share share = shares.get(next++);
      Held held =
          new Held(
              Sha256.of(key),
              needed,
              share.number(),
              Base64.getEncoder().encodeToString(share.bytes()));
      byte[] json = JSON.writeValueAsBytes(held);
      Path file = part.resolve(holder.getKey() + ".share.p7m");
      SealedStream.write(file, holder.getValue(), out -> out.write(json));
      OwnerOnly.tighten(file);
    }
    KeyFile.move(part, folder);
  }

  private static void requireHolders(Map<String, Recipients> holders, int needed) {
    Stream<String> prints = holders.values().stream().flatMap(one -> one.fingerprints().stream());
    boolean areOthers = prints.distinct().count() == holders.size();
    boolean haveNames = holders.keySet().stream().allMatch(name -> NAME.matcher(name).matches());
    if (!areOthers || !haveNames || needed < 2 || needed > holders.size()) {
      throw UserError.ofUsage(
          "a key must be split among at least two people with a short name and a certificate of their own, and two or more of them be needed; but that isn't so");
    }
  }

  /**
   * Joins what holders opened.
   *
   * @param files of one share each
   * @return the key
   * @throws UserError if they are too few, or not all of one key
   */
  public static byte[] join(List<Path> files) throws IOException {
    List<Held> all = new ArrayList<>();
    for (Path file : files) {
      all.add(read(file));
    }
    Held first = all.getFirst();
    if (all.size() < first.needed()) {
      throw UserError.ofUsage(
          "of this key %d shares must be there, but are only %d"
              .formatted(first.needed(), all.size()));
    }
    try {
      byte[] key =
          SecretShares.join(
              all.stream()
                  .map(one ->
                      new SecretShares.Share(one.number(), Base64.getDecoder().decode(one.share())))
                  .toList());
      if (Sha256.of(key).equals(first.key())) {
        return key;
      }
      Arrays.fill(key, (byte) 0);
    } catch (IllegalArgumentException e) {
      // said below
    }
    throw UserError.ofInput("shares must be of one key, unchanged and each another, but aren't");
  }

  private static Held read(Path file) throws IOException {
    try {
      String text = new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
      Held held = JSON.readValue(text, Held.class);
      if (held != null && held.key() != null && held.share() != null) {
        return held;
      }
    } catch (JsonProcessingException e) {
      // said below
    }
    throw UserError.ofInput(
        file + " must hold a share as ./vigie keys open-share writes it, but doesn't");
  }
}
