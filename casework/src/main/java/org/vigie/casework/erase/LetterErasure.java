package org.vigie.casework.erase;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.vigie.advert.Contact;
import org.vigie.advert.ContactType;
import org.vigie.casework.joint.LetterBox;

/**
 * The letters and evidence packages that partners sent, as far as they name what is erased. Each is
 * signed as a whole: without a part of it, it would be worth nothing, so that it goes as a whole.
 */
final class LetterErasure {
  private final LetterBox box;
  private final FileNeedles wanted;

  /**
   * @param workspace root of the workspace
   * @param wanted ids and addresses that are erased
   * @param contacts keys of contacts that no other advert names
   */
  LetterErasure(Path workspace, Collection<String> wanted, Collection<String> contacts) {
    this.box = new LetterBox(workspace);
    List<String> texts = new ArrayList<>(wanted);
    List<String> numbers = new ArrayList<>();
    for (String key : contacts) {
      String value = key.substring(key.indexOf(':') + 1);
      if (Contact.typeOf(key) == ContactType.PHONE) {
        numbers.add(value);
      } else if (Contact.typeOf(key).leadsToSomebody()) {
        texts.add(key);
        texts.add("\"value\":\"" + value + "\""); // as records of adverts have it
      }
    }
    this.wanted = new FileNeedles(texts, numbers);
  }

  /**
   * Deletes the letters.
   *
   * @param before is told the id of each before it goes
   * @return files of letters that stay which can't be searched whole: archives that are broken, too
   *     big or too deep
   */
  List<Path> erase(Consumer<String> before) throws IOException {
    List<Path> unread = new ArrayList<>();
    for (String id : box.kept()) {
      List<Path> closed = new ArrayList<>();
      if (names(box.opened(id), closed)) {
        before.accept(id);
        box.forget(id);
      } else {
        unread.addAll(closed);
      }
    }
    return unread;
  }

  private boolean names(Path letter, List<Path> closed) throws IOException {
    NestedNeedles search = new NestedNeedles(wanted, NestedNeedles.MOST_UNPACKED);
    try (Stream<Path> files = Files.walk(letter)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        if (search.areIn(file, closed::add)) {
          return true;
        }
      }
    }
    return false;
  }
}
