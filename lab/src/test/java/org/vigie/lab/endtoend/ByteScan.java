package org.vigie.lab.endtoend;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.TreeSet;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.vigie.advert.Alert;
import org.vigie.casework.environment.FilesThatStay;
import org.vigie.pipeline.workspace.Workspace;
import org.vigie.search.AdvertIndex;
import org.vigie.search.document.RecordJson;

/**
 * A look at every byte of a workspace: as it stands, as far as it is compressed also decompressed,
 * and at all that its index gives out.
 */
final class ByteScan {
  private ByteScan() {}

  /**
   * Returns the places where one of some texts is found, in order: files, or parts of the index.
   */
  static List<String> of(Path workspace, List<String> texts) throws IOException {
    WantedTexts wanted = new WantedTexts(texts);
    TreeSet<String> found = new TreeSet<>();
    for (Path file : FilesThatStay.in(workspace)) {
      for (byte[] bytes : readings(file)) {
        if (wanted.areIn(bytes)) {
          found.add(workspace.relativize(file).toString());
        }
      }
    }
    try (AdvertIndex index = AdvertIndex.open(new Workspace(workspace).index())) {
      StringBuilder all = new StringBuilder();
      index.forEachAdvert("", hit -> all.append(RecordJson.write(hit.advert())));
      index.clusters(1, 10_000).forEach(one -> all.append(RecordJson.write(one)));
      index.networks(10_000).forEach(one -> all.append(RecordJson.write(one)));
      for (Alert alert : index.alerts(10_000)) {
        all.append(RecordJson.write(alert));
      }
      if (wanted.areIn(all.toString().getBytes(UTF_8))) {
        found.add("what the index gives out");
      }
    }
    return List.copyOf(found);
  }

  private static List<byte[]> readings(Path file) throws IOException {
    byte[] bytes = Files.readAllBytes(file);
    if (bytes.length > 2 && bytes[0] == 0x1f && bytes[1] == (byte) 0x8b) {
      try (InputStream in = new GZIPInputStream(new ByteArrayInputStream(bytes))) {
        return List.of(bytes, in.readAllBytes());
      }
    }
    if (bytes.length > 2 && bytes[0] == 'P' && bytes[1] == 'K') {
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      try (ZipFile zip = new ZipFile(file.toFile())) {
        for (ZipEntry entry : Collections.list(zip.entries())) {
          try (InputStream in = zip.getInputStream(entry)) {
            in.transferTo(out);
          }
        }
      }
      return List.of(bytes, out.toByteArray());
    }
    return List.of(bytes);
  }
}
