-- From now on a problem is the key of its sentence, and what stands in it, as a JSON array: it can be said in any language.
-- What rows have already stays as it stands, in English; only this one is looked for again, when the file is back.
UPDATE recording SET problem = '["recording.fileMissing"]'
WHERE problem = 'Its file is missing: it was removed outside Porchlight, or the disk lost it.';
