package wasl.discovery;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Puts the questions of {@code questions.txt} to sixty listings and prints how many of what readers
 * mean stands among the first ten (recall at 10), and how far on top the first of it (mean
 * reciprocal rank).
 */
class SearchQualityTest {

  private static final int LEAST_QUESTIONS = 60;
  private static final double LEAST_RECALL = 0.95;
  private static final double LEAST_RANK = 0.9;

  private record Question(String lang, String words, List<Integer> meant) {}

  private static final class Sums {
    private int questions;
    private double recall;
    private double rank;

    private void add(double itsRecall, double itsRank) {
      questions++;
      recall += itsRecall;
      rank += itsRank;
    }

    private double recall() {
      return recall / questions;
    }

    private double rank() {
      return rank / questions;
    }
  }

  @Test
  void findsWhatReadersMean(@TempDir Path folder) throws IOException {
    Map<String, Sums> sums = new TreeMap<>();
    List<String> missed = new ArrayList<>();
    List<Question> questions = questions();
    assertThat(questions).hasSizeGreaterThanOrEqualTo(LEAST_QUESTIONS);
    try (ListingIndex index = SearchFixtures.index(folder)) {
      for (Question question : questions) {
        List<Integer> found = SearchFixtures.numbers(index, question.words());
        long there = question.meant().stream().filter(found::contains).count();
        double recall = (double) there / Math.min(10, question.meant().size());
        double rank =
            found.stream()
                .filter(question.meant()::contains)
                .findFirst()
                .map(first -> 1.0 / (1 + found.indexOf(first)))
                .orElse(0.0);
        for (String sum : List.of(question.lang(), "all")) {
          sums.computeIfAbsent(sum, it -> new Sums()).add(recall, rank);
        }
        if (recall < 1 || rank < 1) {
          missed.add(
              String.format(
                  Locale.ROOT,
                  "%s «%s»: meant %s, found %s",
                  question.lang(),
                  question.words(),
                  question.meant(),
                  found));
        }
      }
    }
    sums.forEach(
        (lang, sum) ->
            System.out.printf(
                Locale.ROOT,
                "search quality, %s: %d questions, recall at 10 %.3f, mean reciprocal rank %.3f%n",
                lang,
                sum.questions,
                sum.recall(),
                sum.rank()));
    missed.forEach(System.out::println);
    assertThat(missed).as("questions that were answered well before").isEmpty();
    sums.forEach(
        (lang, sum) -> {
          assertThat(sum.recall()).as("recall, " + lang).isGreaterThanOrEqualTo(LEAST_RECALL);
          assertThat(sum.rank()).as("rank, " + lang).isGreaterThanOrEqualTo(LEAST_RANK);
        });
  }

  private static List<Question> questions() {
    return SearchFixtures.lines("questions.txt").stream()
        .map(line -> line.split("\\|"))
        .map(
            parts ->
                new Question(
                    parts[0].strip(),
                    parts[1].strip(),
                    Arrays.stream(parts[2].split(","))
                        .map(String::strip)
                        .map(Integer::valueOf)
                        .toList()))
        .toList();
  }
}
